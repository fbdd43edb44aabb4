/** From the server to Telegram: messages, edits, files, within the limits of its flood control. */
@NullMarked
package org.spoolbot.telegram.outbound;

import org.jspecify.annotations.NullMarked;
