package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The messages that an interaction's token makes: they need no permission in the channel, and may be for the asker alone. */
final class HookWriter {
    private static final int CHAT_INPUT_COMMAND = 20;
    private static final int CONTEXT_MENU_COMMAND = 23;

    private final World world;
    private final Board board;
    private final MessageWriter writer;

    HookWriter(World world, Board board, MessageWriter writer) {
        this.world = world;
        this.board = board;
        this.writer = writer;
    }

    Post message(Interaction interaction, JsonNode payload, List<Upload> files) {
        return marked(writer.write(draft(interaction, payload, files)), interaction);
    }

    Post loading(Interaction interaction, JsonNode payload) {
        return marked(writer.loading(draft(interaction, payload, List.of())), interaction);
    }

    private MessageWriter.Draft draft(Interaction interaction, JsonNode payload, List<Upload> files) {
        boolean ephemeral = (payload.path("flags").asInt(0) & Message.EPHEMERAL) != 0;
        Optional<String> onlyFor = ephemeral ? Optional.of(interaction.source().person().user().id()) : Optional.empty();
        return new MessageWriter.Draft(interaction.source().channel(), world.bot(), payload, files, onlyFor, Optional.empty());
    }

    /** Responses carry the webhook they came by and the interaction they answer: https://discord.com/developers/docs/resources/message#message-interaction-metadata-object. */
    private Post marked(Post post, Interaction interaction) {
        Interaction.Source source = interaction.source();
        ObjectNode json = post.json().put("webhook_id", world.applicationId()).put("application_id", world.applicationId());
        switch (source.type()) {
            case COMMAND -> json.put("type", source.message().isPresent() ? CONTEXT_MENU_COMMAND : CHAT_INPUT_COMMAND);
            case COMPONENT, MODAL_SUBMIT, AUTOCOMPLETE -> json.put("type", 0);
        }
        ObjectNode metadata = json.putObject("interaction_metadata").put("id", interaction.id()).put("type", source.type().number());
        metadata.set("user", source.person().user().json());
        metadata.set("authorizing_integration_owners", source.person().owners(source.channel()));
        switch (source.type()) {
            case COMMAND -> metadata.put("name", source.commandName()).put("command_type", source.message().isPresent() ? 3 : 1);
            case COMPONENT -> source.message().ifPresent(message -> metadata.put("interacted_message_id", message.id()));
            case MODAL_SUBMIT, AUTOCOMPLETE -> metadata.set("triggering_interaction_metadata", trigger(interaction));
        }
        return post;
    }

    private static ObjectNode trigger(Interaction interaction) {
        Interaction.Source source = interaction.source();
        ObjectNode trigger = Json.object().put("id", interaction.id()).put("type", 2).put("name", source.commandName()).put("command_type", 1);
        trigger.set("user", source.person().user().json());
        trigger.set("authorizing_integration_owners", source.person().owners(source.channel()));
        return trigger;
    }

    void edit(Post post, JsonNode payload, List<Upload> files) {
        world.changed(() -> change(post, payload, files));
        board.changed(post);
    }

    /** Called under the lock. */
    void change(Post post, JsonNode payload, List<Upload> files) {
        writer.edit(post, payload, files);
    }
}
