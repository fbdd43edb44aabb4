/** The line to Telegram, part by part. */
@NullMarked
package org.spoolbot.telegram.connection;

import org.jspecify.annotations.NullMarked;
