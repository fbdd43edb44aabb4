/** What people do on Discord: heard, acknowledged, and handed to the server. */
@NullMarked
package org.spoolbot.discord.inbound;

import org.jspecify.annotations.NullMarked;
