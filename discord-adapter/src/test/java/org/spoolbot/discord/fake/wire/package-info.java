/** HTTP/1.1 and WebSocket over plain sockets, as much of both as the fake needs: bodies stream, and a connection can be cut at any point. */
@NullMarked
package org.spoolbot.discord.fake.wire;

import org.jspecify.annotations.NullMarked;
