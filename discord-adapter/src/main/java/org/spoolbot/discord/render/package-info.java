/** The server's messages, forms and commands in the shapes of Discord. */
@NullMarked
package org.spoolbot.discord.render;

import org.jspecify.annotations.NullMarked;
