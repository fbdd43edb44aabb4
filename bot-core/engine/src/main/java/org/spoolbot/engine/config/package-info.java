/** The server's settings. */
@NullMarked
package org.spoolbot.engine.config;

import org.jspecify.annotations.NullMarked;
