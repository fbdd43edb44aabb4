/** The line to Telegram: how updates come in, are kept, and are worked on; whether it stands. */
@NullMarked
package org.spoolbot.telegram.connection;

import org.jspecify.annotations.NullMarked;
