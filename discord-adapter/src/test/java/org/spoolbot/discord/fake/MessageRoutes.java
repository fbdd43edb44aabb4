package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages by channel: https://discord.com/developers/docs/resources/message. */
final class MessageRoutes {
    /** "checked for uniqueness in the past few minutes": create message, enforce_nonce. */
    private static final Duration NONCE_MEMORY = Duration.ofMinutes(5);

    private final World world;
    private final Access access;
    private final Board board;
    private final MessageWriter writer;
    private final Cdn cdn;

    MessageRoutes(World world, Board board, MessageWriter writer, Cdn cdn) {
        this.world = world;
        this.access = new Access(world);
        this.board = board;
        this.writer = writer;
        this.cdn = cdn;
    }

    List<Route> routes() {
        String messages = "/channels/{}/messages";
        return List.of(
                new Route("GET", messages, this::list),
                new Route("POST", messages, this::create),
                new Route("GET", messages + "/{}", call -> given(find(call))),
                new Route("PATCH", messages + "/{}", this::edit),
                new Route("DELETE", messages + "/{}", this::delete),
                new Route("POST", "/channels/{}/typing", this::typing));
    }

    private Post find(Call call) {
        Channel channel = access.channel(call.id(0));
        access.require(channel, Permission.READ_MESSAGE_HISTORY);
        return access.post(channel, call.id(1));
    }

    /** Newest first. */
    private Route.Result list(Call call) {
        Channel channel = access.channel(call.id(0));
        access.require(channel, Permission.READ_MESSAGE_HISTORY);
        int limit = Integer.parseInt(call.query().getOrDefault("limit", "50"));
        return Route.Result.of(Json.array(channel.messages().reversed().stream().limit(limit).map(message -> fresh(message.json())).toList()));
    }

    private Route.Result create(Call call) {
        Channel channel = access.channel(call.id(0));
        checkRights(channel, call);
        Optional<Post> known = sameNonce(channel, call.body());
        if (known.isPresent()) {
            return given(known.get());
        }
        Post post = writer.write(new MessageWriter.Draft(channel, world.bot(), call.body(), call.files(), Optional.empty(), repliedTo(channel, call.body())));
        board.put(post);
        return given(post);
    }

    private void checkRights(Channel channel, Call call) {
        if (channel.recipient().filter(person -> !person.acceptsPrivateMessages()).isPresent()) {
            throw ApiError.closedToMessages();
        }
        access.require(channel, channel.thread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
        if (!call.files().isEmpty()) {
            access.require(channel, Permission.ATTACH_FILES);
        }
        if (!call.body().path("embeds").isEmpty()) {
            access.require(channel, Permission.EMBED_LINKS);
        }
    }

    /** "If another message was created by the same author with the same nonce, that message will be returned": same place. */
    private Optional<Post> sameNonce(Channel channel, JsonNode payload) {
        if (!payload.path("enforce_nonce").asBoolean(false) || !Json.has(payload.get("nonce"))) {
            return Optional.empty();
        }
        String nonce = payload.path("nonce").asText();
        return world.look(() -> channel.posts().values().stream()
                .filter(post -> post.author().equals(world.bot()) && post.json().path("nonce").asText().equals(nonce))
                .filter(post -> Snowflakes.timeOf(post.id()).plus(NONCE_MEMORY).isAfter(world.now()))
                .findFirst());
    }

    /** A reference to a gone message fails unless {@code fail_if_not_exists} is false: message reference structure. */
    private Optional<Post> repliedTo(Channel channel, JsonNode payload) {
        JsonNode reference = payload.path("message_reference");
        if (!Json.has(reference.get("message_id"))) {
            return Optional.empty();
        }
        if (!access.may(channel, Permission.READ_MESSAGE_HISTORY)) {
            throw new ApiError(403, 160002, "Cannot reply without permission to read message history");
        }
        Optional<Post> replied = world.look(() -> Optional.ofNullable(channel.posts().get(reference.path("message_id").asText())));
        ApiError.require(replied.isPresent() || !reference.path("fail_if_not_exists").asBoolean(true), "message_reference: Unknown message");
        return replied;
    }

    private Route.Result edit(Call call) {
        Post post = access.post(access.channel(call.id(0)), call.id(1));
        if (!post.author().equals(world.bot())) {
            throw ApiError.notYourMessage();
        }
        world.changed(() -> writer.edit(post, call.body(), call.files()));
        board.changed(post);
        return given(post);
    }

    private Route.Result delete(Call call) {
        Channel channel = access.channel(call.id(0));
        Post post = access.post(channel, call.id(1));
        if (!post.author().equals(world.bot())) {
            access.require(channel, Permission.MANAGE_MESSAGES);
        }
        board.remove(post);
        return Route.Result.NOTHING;
    }

    private Route.Result typing(Call call) {
        access.require(access.channel(call.id(0)), Permission.SEND_MESSAGES);
        return Route.Result.NOTHING;
    }

    private Route.Result given(Post post) {
        return Route.Result.of(world.look(() -> fresh(post.json().deepCopy())));
    }

    /** Links are signed anew whenever a message is given out. */
    private ObjectNode fresh(ObjectNode json) {
        List<ObjectNode> attachments = new ArrayList<>(Json.objects(json.path("attachments")));
        attachments.forEach(cdn::signed);
        return json;
    }
}
