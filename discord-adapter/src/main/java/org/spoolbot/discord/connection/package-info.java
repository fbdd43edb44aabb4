/** The connection to Discord: its start, its state, its end. */
@NullMarked
package org.spoolbot.discord.connection;

import org.jspecify.annotations.NullMarked;
