package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The data of INTERACTION_CREATE: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object. */
final class InteractionPayload {
    private static final int IN_GUILD = 0;
    private static final int IN_BOT_DM = 1;
    private static final long USUAL_LIMIT = 10L << 20;

    private final World world;

    InteractionPayload(World world) {
        this.world = world;
    }

    /** Called under the world's lock. */
    ObjectNode of(Interaction interaction, ObjectNode data) {
        Interaction.Source source = interaction.source();
        Channel channel = source.channel();
        Person person = source.person();
        ObjectNode json = Json.object().put("id", interaction.id()).put("application_id", world.applicationId()).put("version", 1);
        json.put("type", source.type().number()).put("token", interaction.token()).put("locale", person.locale());
        json.put("channel_id", channel.id()).put("app_permissions", Long.toString(permissions(channel, world.bot().id())));
        json.put("attachment_size_limit", channel.guild().map(Guild::uploadLimit).orElse(USUAL_LIMIT));
        json.put("context", channel.guild().isPresent() ? IN_GUILD : IN_BOT_DM);
        json.putArray("entitlements");
        json.set("authorizing_integration_owners", person.owners(channel));
        json.set("channel", channel.json().put("permissions", Long.toString(permissions(channel, person.user().id()))));
        json.set("data", data);
        channel.guild().ifPresentOrElse(guild -> inGuild(json, guild, channel, person), () -> json.set("user", person.user().json()));
        if (source.type() != InteractionType.COMMAND) {
            source.message().ifPresent(post -> json.set("message", post.json().deepCopy()));
        }
        return json;
    }

    private static void inGuild(ObjectNode json, Guild guild, Channel channel, Person person) {
        json.put("guild_id", guild.id()).put("guild_locale", "en-US");
        json.putObject("guild").put("id", guild.id()).put("locale", "en-US").putArray("features");
        ObjectNode member = guild.join(person.user()).json();
        json.set("member", member.put("permissions", Long.toString(channel.permissionsOf(person.user().id()))));
    }

    /** In a private channel and in a foreign guild the app may do what everybody may. */
    private static long permissions(Channel channel, String userId) {
        long known = channel.permissionsOf(userId);
        return known == Long.MAX_VALUE ? (1L << 50) - 1 : known;
    }
}
