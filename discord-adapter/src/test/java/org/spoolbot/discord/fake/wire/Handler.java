package org.spoolbot.discord.fake.wire;

import java.io.IOException;

/** Answers requests, each on the virtual thread of its connection. */
@FunctionalInterface
public interface Handler {
    /** Decides what becomes of a request. */
    Reply handle(Request request) throws IOException;
}
