/** From the server's neutral messages to Telegram's text and keyboards. Pure, but for the shelf of menus. */
@NullMarked
package org.spoolbot.telegram.render;

import org.jspecify.annotations.NullMarked;
