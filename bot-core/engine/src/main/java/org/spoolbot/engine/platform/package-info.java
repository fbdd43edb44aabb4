/** The chat platforms that plugins registered. */
@NullMarked
package org.spoolbot.engine.platform;

import org.jspecify.annotations.NullMarked;
