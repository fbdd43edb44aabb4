package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody did, and what the bot made of it. The looks wait with a deadline for what they show. */
public final class Interaction {
    /**
     * The first answer: its type (https://discord.com/developers/docs/interactions/receiving-and-responding), its data and how long it took from the
     * dispatch in real time.
     */
    public record Acknowledgement(int type, ObjectNode data, Duration took) {}

    /** Who did what where; the message is the one whose button was pressed, also for the form that such a press opened. */
    record Source(Person person, Channel channel, InteractionType type, Optional<Post> message, String commandName) {}

    /** "Interaction tokens are valid for 15 minutes": same page, "Responding to an interaction". */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** "You must send an initial response within 3 seconds": same place. */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

    private final World world;
    private final Source source;
    private final String id;
    private final String token;
    private final List<Post> followUps = new ArrayList<>();
    private ObjectNode payload = Json.object();
    private long dispatchedNanos = System.nanoTime();
    private Optional<Acknowledgement> acknowledgement = Optional.empty();
    private Optional<Post> original = Optional.empty();
    private boolean said;

    Interaction(World world, Source source) {
        this.world = world;
        this.source = source;
        id = world.nextId();
        token = "aW50ZXJhY3Rpb246" + id + "fake";
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** Its token, good for 15 minutes. */
    public String token() {
        return token;
    }

    /** Tells the gateway a second time, as may happen around a resume: https://discord.com/developers/docs/events/gateway#resuming. */
    public void tellAgain() {
        world.tell("INTERACTION_CREATE", () -> payload.deepCopy());
    }

    /** How long the first answer took; waits for nothing. */
    public Optional<Duration> answeredAfter() {
        return world.look(() -> acknowledgement.map(Acknowledgement::took));
    }

    /** Waits for the first answer. */
    public Acknowledgement acknowledgement() {
        return world.await(() -> "an answer to " + this, () -> acknowledgement);
    }

    /** Waits for a form (type 9) and returns its data. */
    public ObjectNode modal() {
        return dataOf(Callback.MODAL);
    }

    /** Waits for autocomplete choices (type 8) and returns their names. */
    public List<String> choices() {
        return Json.objects(dataOf(Callback.CHOICES).path("choices")).stream().map(choice -> choice.path("name").asText()).toList();
    }

    private ObjectNode dataOf(int type) {
        Acknowledgement answer = acknowledgement();
        if (answer.type() != type) {
            throw new AssertionError(this + " was answered with type " + answer.type() + ", not " + type + ": " + answer.data());
        }
        return answer.data();
    }

    /** Waits until the original response says something: "thinking" is not something, nor is a pressed card that was not changed yet. */
    public Message original() {
        return world.await(() -> "the original response to " + this, () -> original.filter(post -> stands(post) && said).map(Post::look));
    }

    /** Waits for that many follow-ups and returns all there are. */
    public List<Message> followUps(int atLeast) {
        return world.await(() -> atLeast + " follow-ups to " + this, () -> Optional.of(
                        followUps.stream().filter(this::stands).map(Post::look).toList())
                .filter(standing -> standing.size() >= atLeast));
    }

    /** Whether the original response was deleted; waits for nothing. */
    public boolean originalGone() {
        return world.look(() -> original.filter(post -> !stands(post)).isPresent());
    }

    /** Waits until the original response was deleted. */
    public void awaitOriginalGone() {
        world.await(() -> "the end of the original response to " + this, () -> Optional.of(originalGone()).filter(gone -> gone));
    }

    boolean stands(Post post) {
        return post.channel().posts().containsKey(post.id());
    }

    Source source() {
        return source;
    }

    boolean tokenExpired() {
        return !world.now().isBefore(Snowflakes.timeOf(id).plus(TOKEN_LIFE));
    }

    boolean acknowledged() {
        return world.look(() -> acknowledgement.isPresent());
    }

    ObjectNode dispatched(ObjectNode event) {
        payload = event;
        dispatchedNanos = System.nanoTime();
        return event;
    }

    /** A second answer is refused with 40060, one after three seconds with 10062. Called under the lock. */
    void checkOpen(Call.Receipt receipt) {
        if (acknowledgement.isPresent()) {
            throw ApiError.alreadyAcknowledged();
        }
        if (receipt.at().isAfter(Snowflakes.timeOf(id).plus(FIRST_ANSWER))) {
            throw ApiError.unknownInteraction();
        }
    }

    /** Takes the first answer. Called under the lock. */
    void acknowledge(int type, ObjectNode data, Call.Receipt receipt) {
        said = type != Callback.DEFER_MESSAGE && type != Callback.DEFER_UPDATE;
        acknowledgement = Optional.of(new Acknowledgement(type, data, Duration.ofNanos(receipt.nanos() - dispatchedNanos)));
    }

    void updated() {
        said = true;
    }

    void original(Post post) {
        original = Optional.of(post);
    }

    Optional<Post> originalPost() {
        return original;
    }

    List<Post> followUpPosts() {
        return followUps;
    }

    @Override
    public String toString() {
        return source.type() + " " + source.commandName() + " of " + source.person().user().name() + " in " + source.channel();
    }
}
