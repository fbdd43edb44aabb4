package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.spoolbot.discord.fake.wire.WebSocket;

/** All gateway sessions. */
public final class GatewayHub implements AutoCloseable {
    /** Serves one socket until it is closed; the front calls it on that connection's own virtual thread after the handshake. */
    void serve(WebSocket socket) {
        throw new UnsupportedOperationException();
    }

    /** Sends an event to every identified session that the predicate lets through. */
    public void dispatch(String type, ObjectNode data, Predicate<Session> who) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
