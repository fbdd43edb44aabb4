package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns what people do into what the gateway tells: INTERACTION_CREATE and MESSAGE_CREATE. */
final class Typist {
    /** An option that is being typed, beside those already filled in. */
    record Typing(String focused, String partial, Map<String, ?> others) {}

    private static final int MESSAGE_COMMAND = 3;

    private final World world;
    private final Cdn cdn;
    private final Interactions interactions;
    private final Board board;
    private final CommandFinder commands;
    private final InteractionPayload payloads;

    Typist(World world, Cdn cdn, Interactions interactions) {
        this.world = world;
        this.cdn = cdn;
        this.interactions = interactions;
        board = new Board(world);
        commands = new CommandFinder(world);
        payloads = new InteractionPayload(world);
    }

    Interaction slash(Person person, Channel channel, String path, Map<String, ?> options) {
        CommandFinder.Found found = commands.slash(person, channel, path);
        Attached attached = new Attached(cdn, world, channel);
        ObjectNode data = found.data(new OptionWriter(attached).written(found.options(), options));
        attached.putInto(data);
        return dispatch(source(person, channel, InteractionType.COMMAND, Optional.empty(), path), data);
    }

    Interaction autocomplete(Person person, Channel channel, String path, Typing typing) {
        CommandFinder.Found found = commands.slash(person, channel, path);
        Attached attached = new Attached(cdn, world, channel);
        ObjectNode data = found.data(new OptionWriter(attached).typed(found.options(), typing));
        attached.putInto(data);
        return dispatch(source(person, channel, InteractionType.AUTOCOMPLETE, Optional.empty(), path), data);
    }

    Interaction messageCommand(Person person, Channel channel, String name, Message message) {
        ObjectNode command = commands.find(person, channel, MESSAGE_COMMAND, name);
        Post target = seen(person, channel, message);
        ObjectNode data = Json.object().put("id", command.path("id").asText()).put("name", name).put("type", MESSAGE_COMMAND);
        data.put("target_id", message.id()).putObject("resolved").putObject("messages").set(message.id(), target.look().json());
        return dispatch(source(person, channel, InteractionType.COMMAND, Optional.of(target), name), data);
    }

    Interaction component(Person person, Channel channel, Message message, String customId, List<String> values) {
        Post post = seen(person, channel, message);
        ObjectNode part = post.look().component(customId).orElseThrow(() -> new AssertionError("No " + customId + " on: " + post.look().text()));
        Presses.check(part, values);
        ObjectNode data = Json.object().put("component_type", part.path("type").asInt()).put("custom_id", customId).put("id", part.path("id").asInt());
        if (!values.isEmpty()) {
            values.forEach(data.putArray("values")::add);
        }
        return dispatch(source(person, channel, InteractionType.COMPONENT, Optional.of(post), customId), data);
    }

    Interaction submit(Person person, Channel channel, Interaction opener, Map<String, ?> values) {
        ObjectNode modal = opener.modal();
        Attached attached = new Attached(cdn, world, channel);
        ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asText());
        ArrayNode components = new FormWriter(attached, values).submitted(modal);
        data.set("components", components);
        attached.putInto(data);
        boolean fromComponent = opener.source().type() == InteractionType.COMPONENT;
        Optional<Post> message = fromComponent ? opener.source().message() : Optional.empty();
        return dispatch(source(person, channel, InteractionType.MODAL_SUBMIT, message, opener.source().commandName()), data);
    }

    private static Interaction.Source source(Person person, Channel channel, InteractionType type, Optional<Post> message, String name) {
        return new Interaction.Source(person, channel, type, message, name);
    }

    private Interaction dispatch(Interaction.Source source, ObjectNode data) {
        Interaction interaction = new Interaction(world, source);
        interactions.add(interaction);
        world.tell("INTERACTION_CREATE", () -> interaction.dispatched(payloads.of(interaction, data)));
        return interaction;
    }

    Message say(Person person, Channel channel, String text, Optional<Message> repliedTo, List<PickedFile> files) {
        Optional<Post> replied = repliedTo.map(message -> seen(person, channel, message));
        MessageWriter writer = new MessageWriter(world, cdn);
        List<Upload> uploads = files.stream().map(cdn::keep).toList();
        ObjectNode payload = Json.object().put("content", text);
        Post post = writer.write(new MessageWriter.Draft(channel, person.user(), payload, uploads, Optional.empty(), replied));
        board.put(post);
        return world.look(post::look);
    }

    List<Message> visible(Person person, Channel channel) {
        return world.look(() -> channel.posts().values().stream().filter(post -> sees(person, post)).map(Post::look).toList());
    }

    Message awaited(Person person, Channel channel, Predicate<Message> wanted) {
        return world.await(
                () -> "a message for " + person.user().name() + "; there are " + visible(person, channel).stream().map(Message::text).toList(),
                () -> visible(person, channel).stream().filter(wanted).findFirst());
    }

    private Post seen(Person person, Channel channel, Message message) {
        Post post = world.look(() -> channel.posts().get(message.id()));
        if (post == null || !sees(person, post)) {
            throw new AssertionError(person.user().name() + " does not see that message in " + channel + ": " + message.text());
        }
        return post;
    }

    private static boolean sees(Person person, Post post) {
        return post.onlyFor().filter(only -> !only.equals(person.user().id())).isEmpty();
    }
}
