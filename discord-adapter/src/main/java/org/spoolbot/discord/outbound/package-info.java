/** What goes out to Discord: messages, and what became of them. */
@NullMarked
package org.spoolbot.discord.outbound;

import org.jspecify.annotations.NullMarked;
