/**
 * Discord on loopback: REST v10, gateway and CDN on one port, for tests and for a hands-on try. Read it as documentation of the protocol.
 *
 * <p>{@code FakeDiscord} is the door. {@code World} is the state that all parts share: guilds, channels, people, messages, commands. A REST request goes
 * through {@code RestFront} (planned fault, token, rate limit, body) to one of the {@code ...Routes}; whatever it changes is told by {@code Board} and
 * {@code World.tell} to {@code GatewayHub}, which addresses it by shard and intents. A {@code Person} at a {@code Keyboard} goes the other way:
 * {@code Typist} makes an {@code Interaction} of what they do, and the routes fill in what the bot made of it. {@code SpecCheck} holds everything, both
 * ways, against Discord's published descriptions; {@code Faults} decides what goes wrong.
 *
 * <p>Tokens, links and nonces age by the clock that the fake was started with; rate limits are counted in real time, as clients wait them out in real time.
 */
@NullMarked
package org.spoolbot.discord.fake;

import org.jspecify.annotations.NullMarked;
