package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the data of an interaction refers to by id: the "resolved" object of receiving and responding. */
final class Attached {
    private final Cdn cdn;
    private final World world;
    private final Channel channel;
    private final ObjectNode resolved = Json.object();

    Attached(Cdn cdn, World world, Channel channel) {
        this.cdn = cdn;
        this.world = world;
        this.channel = channel;
    }

    /** Uploads a file and returns its id. */
    String file(PickedFile file) {
        String id = world.nextId();
        resolved.withObject("/attachments").set(id, cdn.publish(cdn.keep(file), channel.id(), id, true));
        return id;
    }

    /** Names a person and returns the id. */
    String person(Person person) {
        String id = person.user().id();
        resolved.withObject("/users").set(id, person.user().json());
        world.look(() -> channel.guild().flatMap(guild -> guild.member(id))).ifPresent(member -> {
            ObjectNode partial = member.partial().put("permissions", Long.toString(channel.permissionsOf(id)));
            partial.remove("deaf");
            partial.remove("mute");
            resolved.withObject("/members").set(id, partial);
        });
        return id;
    }

    void putInto(ObjectNode data) {
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
    }
}
