/** The server's events. */
@NullMarked
package org.spoolbot.engine.event;

import org.jspecify.annotations.NullMarked;
