/** The least that a bot with the same client library does, to measure ours against. */
@NullMarked
package org.spoolbot.discord.bare;

import org.jspecify.annotations.NullMarked;
