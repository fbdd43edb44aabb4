/** The plugin that brings Telegram to the server. */
@NullMarked
package org.spoolbot.telegram;

import org.jspecify.annotations.NullMarked;
