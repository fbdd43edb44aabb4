package org.spoolbot.discord.fake;

import java.util.List;
import java.util.Optional;

/** Everything after the first answer, by the interaction's token: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages. */
final class WebhookRoutes {
    private static final int FOREIGN_FOLLOW_UPS = 5;

    private final World world;
    private final Interactions interactions;
    private final Board board;
    private final HookWriter hooks;

    WebhookRoutes(World world, Interactions interactions, Board board, HookWriter hooks) {
        this.world = world;
        this.interactions = interactions;
        this.board = board;
        this.hooks = hooks;
    }

    List<Route> routes() {
        String message = "/webhooks/{}/{}/messages/{}";
        return List.of(
                new Route("POST", "/webhooks/{}/{}", this::followUp),
                new Route("GET", message, call -> given(find(call))),
                new Route("PATCH", message, this::edit),
                new Route("DELETE", message, this::delete));
    }

    private Interaction alive(Call call) {
        if (!call.id(0).equals(world.applicationId())) {
            throw ApiError.unknownWebhook();
        }
        return interactions.alive(call.id(1));
    }

    /** Directly after a deferred answer "this endpoint will function as Edit Original": create followup message. The deferred answer's ephemerality stays. */
    private Route.Result followUp(Call call) {
        Interaction interaction = alive(call);
        Optional<Post> loading = world.look(() -> interaction.originalPost().filter(post -> interaction.stands(post) && post.look().loading()));
        if (loading.isPresent()) {
            hooks.edit(loading.get(), call.body(), call.files());
            world.changed(interaction::updated);
            return given(loading.get());
        }
        checkForeign(interaction);
        Post post = hooks.message(interaction, call.body(), call.files());
        board.put(post);
        world.changed(() -> interaction.followUpPosts().add(post));
        return given(post);
    }

    /** "Apps are limited to 5 followup messages per interaction if it was initiated from a user-installed app and isn't installed in the server": same place. */
    private void checkForeign(Interaction interaction) {
        boolean foreign = interaction.source().channel().guild().filter(guild -> !world.look(guild::hasBot)).isPresent();
        if (foreign && interaction.followUpPosts().size() >= FOREIGN_FOLLOW_UPS) {
            throw new ApiError(400, 40094, "This interaction has reached the maximum number of follow up messages");
        }
    }

    private Route.Result edit(Call call) {
        Interaction interaction = alive(call);
        Post post = find(call);
        hooks.edit(post, call.body(), call.files());
        if (interaction.originalPost().filter(post::equals).isPresent()) {
            world.changed(interaction::updated);
        }
        return given(post);
    }

    private Route.Result delete(Call call) {
        board.remove(find(call));
        return Route.Result.NOTHING;
    }

    /** {@code @original} is the first answer, or the message whose button was pressed when that was acknowledged as an update. */
    private Post find(Call call) {
        Interaction interaction = alive(call);
        return world.look(() -> interaction.originalPost().stream()
                .filter(post -> call.id(2).equals("@original") || post.id().equals(call.id(2)))
                .findFirst()
                .or(() -> interaction.followUpPosts().stream().filter(post -> post.id().equals(call.id(2))).findFirst())
                .filter(interaction::stands)
                .orElseThrow(ApiError::unknownMessage));
    }

    private Route.Result given(Post post) {
        return Route.Result.of(world.look(() -> post.json().deepCopy()));
    }
}
