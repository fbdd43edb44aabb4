package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where the world tells what happened: the gateway. Never called under the world's lock. */
@FunctionalInterface
interface Events {
    void happened(String type, ObjectNode data);
}
