package org.spoolbot.discord.connection;

import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.interactions.command.SlashCommandInteractionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a command that nobody gave, up to the answer that is not sent, while the gateway is being reached: a cold JVM needs a good part of a
 * second for the classes of the first one, and Discord waits for three.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final String NOBODY = "1";

    private Rehearsal() {}

    /** The server of it is one that the bot is not in, so JDA keeps nothing of it. */
    static void play(JDA jda) {
        try {
            SlashCommandInteractionImpl command = new SlashCommandInteractionImpl((JDAImpl) jda, command());
            ReplyCallbackAction unsent = new SlashCommandInteractionEvent(jda, 0, command).deferReply(true);
            LOG.debug("rehearsed {}", unsent.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            LOG.debug("the rehearsal did not work", fault);
        }
    }

    private static DataObject command() {
        DataObject option = object(Map.of("name", "prompt", "type", 3, "value", "a red kite"));
        DataObject data = object(Map.of("id", NOBODY, "type", 1, "name", "video")).put("options", DataArray.empty().add(option));
        DataObject user = object(Map.of("id", NOBODY, "username", "nobody", "discriminator", "0"));
        DataObject member = object(Map.of("permissions", "0", "joined_at", "2026-01-01T00:00:00Z"))
                .put("user", user)
                .put("roles", DataArray.empty());
        return object(Map.of("id", NOBODY, "type", 2, "token", "none", "channel_id", NOBODY, "context", 0))
                .put("data", data)
                .put("member", member)
                .put("guild", object(Map.of("id", "0", "locale", "en-US")).put("features", DataArray.empty()))
                .put("channel", object(Map.of("id", NOBODY, "type", 0, "name", "nowhere", "permissions", "0", "position", 0)))
                .put("authorizing_integration_owners", DataObject.empty());
    }

    private static DataObject object(Map<String, Object> values) {
        DataObject object = DataObject.empty();
        values.forEach(object::put);
        return object;
    }
}
