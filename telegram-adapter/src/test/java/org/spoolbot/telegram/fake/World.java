package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Everybody and every place that the bot may meet. */
public final class World {
    public static final String BOT_NAME = "spoolbot";
    static final long BOT_ID = 7_654_321_098L;
    // Real ids outgrew 32 bits (docs: User.id), so none of these fits into an int.
    private static final long FIRST_PERSON = 6_000_000_001L;
    private static final long FIRST_GROUP = -4_000_000_001L;
    private static final long FIRST_SUPERGROUP = -1_002_000_000_001L;
    // Nobody documents how long a pressed button may wait; bots report refusals after about this time.
    private static final Duration PRESS_LIVES = Duration.ofSeconds(15);

    private final Scene scene;
    private final InstantSource clock;
    private final Updates updates;
    private final FileShelf shelf;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private final Map<String, Press> presses = new LinkedHashMap<>();
    private final Menus menus = new Menus();
    private boolean privacy = true;
    private Duration pressLives = PRESS_LIVES;
    private long groups;
    private long supergroups;
    private long sharedMessageIds;
    private long tickets;

    World(Scene scene, InstantSource clock, Updates updates, FileShelf shelf) {
        this.scene = scene;
        this.clock = clock;
        this.updates = updates;
        this.shelf = shelf;
    }

    /** This person, from the first call on. The name in lower case is the user name. */
    public Person person(String name) {
        return scene.in(() -> people.computeIfAbsent(name, unseen ->
                new Person(this, FIRST_PERSON + people.size(), name, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"))));
    }

    Chat privateChat(Person person) {
        return scene.in(() -> chats.computeIfAbsent(person.id(), id -> new Chat(this, id, "private", person.name(), false)));
    }

    /** A basic group with these members and the bot. */
    public Chat group(String title, Person... members) {
        return scene.in(() -> filled(new Chat(this, FIRST_GROUP - groups++, "group", title, false), members));
    }

    public Chat supergroup(String title, Person... members) {
        return scene.in(() -> filled(new Chat(this, FIRST_SUPERGROUP - supergroups++, "supergroup", title, false), members));
    }

    /** A supergroup with topics. */
    public Chat forum(String title, Person... members) {
        return scene.in(() -> filled(new Chat(this, FIRST_SUPERGROUP - supergroups++, "supergroup", title, true), members));
    }

    private Chat filled(Chat chat, Person... members) {
        chats.put(chat.id(), chat);
        chat.standings().put(BOT_ID, Standing.member());
        for (Person member : members) {
            chat.standings().put(member.id(), Standing.member());
        }
        return chat;
    }

    public List<Chat> chats() {
        return scene.in(() -> List.copyOf(chats.values()));
    }

    Optional<Chat> chat(long id) {
        return scene.in(() -> Optional.ofNullable(chats.get(id)));
    }

    Optional<Person> personById(long id) {
        return scene.in(() -> people.values().stream().filter(one -> one.id() == id).findFirst());
    }

    Collection<Person> people() {
        return scene.in(() -> List.copyOf(people.values()));
    }

    /** Privacy mode, as set with BotFather; on unless said otherwise (docs: Privacy mode). */
    public void privacyMode(boolean on) {
        scene.change(() -> privacy = on);
    }

    boolean hasPrivacy() {
        return privacy;
    }

    /** How long a pressed button may wait for its answer. */
    public void pressesLive(Duration time) {
        scene.change(() -> pressLives = time);
    }

    /** A server of one's own with {@code --local}: 2000 MB up, no limit down, absolute paths, no download route. */
    public void local(boolean on) {
        shelf.local(on);
    }

    /** The command menus that the bot has set. */
    public Menus menus() {
        return menus;
    }

    /** The file behind an id. */
    public Optional<Blob> file(String fileId) {
        return shelf.blob(fileId);
    }

    static ObjectNode bot() {
        return Json.object().put("id", BOT_ID).put("is_bot", true).put("first_name", "Spoolbot").put("username", BOT_NAME);
    }

    /** The JSON of whoever has this id. */
    ObjectNode user(long id) {
        return id == BOT_ID ? bot() : personById(id).map(Person::json).orElseGet(() -> Json.object().put("id", id).put("is_bot", false).put("first_name", "Deleted Account"));
    }

    Scene scene() {
        return scene;
    }

    InstantSource clock() {
        return clock;
    }

    Updates updates() {
        return updates;
    }

    FileShelf shelf() {
        return shelf;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Private chats and basic groups share one row of message ids; each supergroup has its own. */
    long nextSharedMessageId() {
        return ++sharedMessageIds;
    }

    String ticket() {
        return Long.toString(1_000_000_000_000L + scene.in(() -> ++tickets) * 7919);
    }

    void remember(Press press) {
        presses.put(press.id(), press);
    }

    /** The press that this answer is for: once, and not too late. */
    Press answerable(String id) {
        Press press = presses.get(id);
        if (press == null || press.isAnswered() || press.at().plus(pressLives).isBefore(clock.instant())) {
            throw Refusal.badRequest(Texts.QUERY_TOO_OLD);
        }
        return press;
    }

    /** All that the bot has left standing, oldest first, in all chats. */
    public List<Posted> fromBot() {
        return scene.in(() -> {
            List<Posted> all = new ArrayList<>();
            chats.values().forEach(chat -> all.addAll(chat.fromBot()));
            return all;
        });
    }

    Chat upgraded(Chat group) {
        Chat successor = new Chat(this, FIRST_SUPERGROUP - supergroups++, "supergroup", group.title(), false);
        successor.standings().putAll(group.standings());
        chats.put(successor.id(), successor);
        return successor;
    }

    static OptionalInt noThread() {
        return OptionalInt.empty();
    }
}
