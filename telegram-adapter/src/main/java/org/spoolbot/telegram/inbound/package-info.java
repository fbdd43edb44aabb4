/** From Telegram's updates to what the server understands: who spoke, to whom, with which files. */
@NullMarked
package org.spoolbot.telegram.inbound;

import org.jspecify.annotations.NullMarked;
