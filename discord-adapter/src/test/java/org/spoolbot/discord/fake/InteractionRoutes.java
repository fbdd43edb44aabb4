package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The first answer to an interaction: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response. */
final class InteractionRoutes {
    private final World world;
    private final Interactions interactions;
    private final Board board;
    private final HookWriter hooks;

    InteractionRoutes(World world, Interactions interactions, Board board, HookWriter hooks) {
        this.world = world;
        this.interactions = interactions;
        this.board = board;
        this.hooks = hooks;
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/interactions/{}/{}/callback", this::callback));
    }

    private Route.Result callback(Call call) {
        Interaction interaction = interactions.of(call.id(0), call.id(1)).orElseThrow(ApiError::unknownInteraction);
        int type = call.body().path("type").asInt();
        ApiError.require(interaction.source().type().allows(type), "type " + type + " does not answer a " + interaction.source().type());
        ObjectNode data = call.body().get("data") instanceof ObjectNode object ? object : Json.object();
        Optional<Post> answer = prepared(interaction, type, data, call.files());
        world.changed(() -> {
            interaction.checkOpen(call.receipt());
            if (type == Callback.UPDATE) {
                answer.ifPresent(post -> hooks.change(post, data, call.files()));
            }
            interaction.acknowledge(type, data, call.receipt());
            answer.ifPresent(interaction::original);
        });
        answer.ifPresent(post -> publish(type, post));
        return call.flag("with_response") ? Route.Result.of(described(interaction, type, answer)) : Route.Result.NOTHING;
    }

    private Optional<Post> prepared(Interaction interaction, int type, ObjectNode data, List<Upload> files) {
        return switch (type) {
            case Callback.MESSAGE -> Optional.of(hooks.message(interaction, data, files));
            case Callback.DEFER_MESSAGE -> Optional.of(hooks.loading(interaction, data));
            case Callback.DEFER_UPDATE, Callback.UPDATE -> Optional.of(interaction.source().message().orElseThrow(
                    () -> ApiError.invalidForm("nothing to update")));
            case Callback.CHOICES -> choices(data);
            default -> modal(data);
        };
    }

    private static Optional<Post> choices(ObjectNode data) {
        ApiError.require(data.path("choices").size() <= 25, "at most 25 choices");
        for (JsonNode choice : data.path("choices")) {
            MessageRules.limited(choice.path("name"), 100, "name of a choice");
            MessageRules.limited(choice.path("value"), 100, "value of a choice");
        }
        return Optional.empty();
    }

    private static Optional<Post> modal(ObjectNode data) {
        MessageRules.checkModal(data);
        return Optional.empty();
    }

    private void publish(int type, Post answer) {
        if (type == Callback.MESSAGE || type == Callback.DEFER_MESSAGE) {
            board.put(answer);
        }
        if (type == Callback.UPDATE) {
            board.changed(answer);
        }
    }

    /** The callback response object, sent when asked for by {@code with_response=true}; it holds the message of types 4 and 7 alone. */
    private ObjectNode described(Interaction interaction, int type, Optional<Post> answer) {
        ObjectNode response = Json.object();
        ObjectNode about = response.putObject("interaction").put("id", interaction.id()).put("type", interaction.source().type().number());
        about.put("channel_id", interaction.source().channel().id());
        interaction.source().channel().guild().ifPresent(guild -> about.put("guild_id", guild.id()));
        answer.ifPresent(post -> about.put("response_message_id", post.id())
                .put("response_message_loading", post.look().loading())
                .put("response_message_ephemeral", post.ephemeral()));
        if (type == Callback.MESSAGE || type == Callback.UPDATE) {
            ObjectNode resource = response.putObject("resource").put("type", type);
            answer.ifPresent(post -> resource.set("message", world.look(() -> post.json().deepCopy())));
        }
        return response;
    }
}
