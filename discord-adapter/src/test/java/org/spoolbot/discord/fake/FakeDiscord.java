package org.spoolbot.discord.fake;

import java.net.URI;
import java.time.InstantSource;

/** Discord on one loopback port: REST below {@code /api/v10/}, the gateway at {@code /gateway}, files below {@code /cdn/}. */
public final class FakeDiscord implements AutoCloseable {
    private FakeDiscord() {}

    /** Starts on a free port of 127.0.0.1. */
    public static FakeDiscord start(InstantSource clock) {
        return start(clock, 0);
    }

    /** Starts on that port of 127.0.0.1. */
    public static FakeDiscord start(InstantSource clock, int port) {
        throw new UnsupportedOperationException();
    }

    /** {@code http://127.0.0.1:PORT/api/v10/}. */
    public URI apiUrl() {
        throw new UnsupportedOperationException();
    }

    /** {@code ws://127.0.0.1:PORT/gateway}. */
    public URI gatewayUrl() {
        throw new UnsupportedOperationException();
    }

    /** The bot's token; every other one gets 401. */
    public String token() {
        throw new UnsupportedOperationException();
    }

    /** Users, guilds, channels, messages, commands. */
    public World world() {
        throw new UnsupportedOperationException();
    }

    /** The person of that name; made at the first call. */
    public Person person(String name) {
        throw new UnsupportedOperationException();
    }

    /** What the specifications found wrong. */
    public Violations violations() {
        throw new UnsupportedOperationException();
    }

    /** What shall go wrong next. */
    public Faults faults() {
        throw new UnsupportedOperationException();
    }

    /** The gateway's sessions. */
    public GatewayHub gateway() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
