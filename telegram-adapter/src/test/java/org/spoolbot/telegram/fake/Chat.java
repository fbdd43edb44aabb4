package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A private chat, group or supergroup, and everything in it. */
public final class Chat {
    private final World world;
    private final long id;
    private final String type;
    private final String title;
    private final boolean forum;
    private final Map<Long, Standing> standings = new LinkedHashMap<>();
    private final TreeMap<Long, Posted> messages = new TreeMap<>();
    private final Map<Integer, Boolean> topics = new LinkedHashMap<>();
    private final List<String> actions = new ArrayList<>();
    private OptionalLong successor = OptionalLong.empty();
    private long lastMessage;
    private boolean started;

    Chat(World world, long id, String type, String title, boolean forum) {
        this.world = world;
        this.id = id;
        this.type = type;
        this.title = title;
        this.forum = forum;
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public boolean isPrivate() {
        return type.equals("private");
    }

    boolean isSupergroup() {
        return type.equals("supergroup");
    }

    boolean isForum() {
        return forum;
    }

    /** What stands in the chat now, oldest first. */
    public List<Posted> messages() {
        return world.scene().in(() -> messages.values().stream().filter(message -> !message.isDeleted()).toList());
    }

    /** Deleted ones as well. */
    List<Posted> everything() {
        return world.scene().in(() -> List.copyOf(messages.values()));
    }

    public List<Posted> fromBot() {
        return messages().stream().filter(Posted::isFromBot).toList();
    }

    /** Also a deleted one. */
    public Optional<Posted> message(long messageId) {
        return world.scene().in(() -> Optional.ofNullable(messages.get(messageId)));
    }

    /** The newest message of the bot that fits, once there is one. */
    public Posted await(Predicate<Posted> fits, Duration patience) {
        List<Posted> found = new ArrayList<>();
        boolean came = world.scene().await(patience, () -> {
            found.clear();
            fromBot().stream().filter(fits).forEach(found::add);
            return !found.isEmpty();
        });
        if (!came) {
            throw new AssertionError("No such message came into \"" + title + "\". There is: " + fromBot());
        }
        return found.getLast();
    }

    /** What the bot said to be doing, in order: {@code typing}, {@code upload_video}. */
    public List<String> actions() {
        return world.scene().in(() -> List.copyOf(actions));
    }

    /** Opens a topic and tells its id. */
    public int topic(String name) {
        return world.scene().in(() -> {
            ObjectNode created = Json.object();
            created.putObject("forum_topic_created").put("name", name).put("icon_color", 7322096);
            Posted service = post(created, Json.object(), Faces.anonymousAdmin(), World.noThread());
            topics.put((int) service.id(), true);
            service.put("message_thread_id", service.id()).put("is_topic_message", true);
            return (int) service.id();
        });
    }

    public void closeTopic(int topic) {
        world.scene().change(() -> topics.put(topic, false));
    }

    /** Whether the topic is there, and open. */
    Optional<Boolean> topicState(int topic) {
        return Optional.ofNullable(topics.get(topic));
    }

    /** Makes a person an administrator with these rights, named as in ChatMemberAdministrator. */
    public void promote(Person person, String... rights) {
        change(person.id(), person.json(), Standing.administrator(Set.of(rights)));
    }

    public void owner(Person person) {
        change(person.id(), person.json(), Standing.creator());
    }

    public void demote(Person person) {
        change(person.id(), person.json(), Standing.member());
    }

    public void removes(Person person) {
        change(person.id(), person.json(), Standing.kicked());
    }

    public void promoteBot(Person by, String... rights) {
        change(World.BOT_ID, by.json(), Standing.administrator(Set.of(rights)));
    }

    public void addBot(Person by) {
        change(World.BOT_ID, by.json(), Standing.member());
    }

    public void kickBot(Person by) {
        change(World.BOT_ID, by.json(), Standing.kicked());
    }

    /** Leaves the bot only these rights to send, named as in ChatPermissions. */
    public void restrictBot(Person by, String... allowed) {
        change(World.BOT_ID, by.json(), Standing.restricted(Set.of(allowed)));
    }

    void change(long who, ObjectNode by, Standing after) {
        world.scene().change(() -> {
            Standing before = standing(who);
            standings.put(who, after);
            if (who == World.BOT_ID) {
                Changes.bot(world, this, by, before, after);
                return;
            }
            Changes.member(world, this, by, who, before, after);
        });
    }

    /** Becomes a supergroup: this id is dead, both sides get a service message (docs: Message.migrate_to_chat_id). */
    public Chat migrate(Person by) {
        return world.scene().in(() -> {
            Chat next = world.upgraded(this);
            successor = OptionalLong.of(next.id());
            world.updates().publish("message", post(Json.object().put("migrate_to_chat_id", next.id()), Json.object(), by.json(), World.noThread()).json());
            ObjectNode from = Json.object().put("migrate_from_chat_id", id);
            world.updates().publish("message", next.post(from, Json.object(), Faces.anonymousAdmin(), World.noThread()).json());
            return next;
        });
    }

    OptionalLong successor() {
        return successor;
    }

    /** An administrator who hides behind the group (docs: Message.sender_chat). */
    public Seat anonymousAdmin() {
        return new Seat(world, this, Faces.anonymousAdmin(), OptionalInt.empty(), true);
    }

    /** The channel whose posts are forwarded into this group. */
    public Seat linkedChannel() {
        return new Seat(world, this, Faces.channelForwarder(), OptionalInt.empty(), true);
    }

    Map<Long, Standing> standings() {
        return standings;
    }

    Standing standing(long who) {
        return standings.getOrDefault(who, Standing.left());
    }

    Standing botStanding() {
        return isPrivate() ? Standing.member() : standing(World.BOT_ID);
    }

    boolean isStarted() {
        return started;
    }

    void start() {
        started = true;
    }

    void acts(String action) {
        actions.add(action);
    }

    Posted known(long messageId, String otherwise) {
        return message(messageId).filter(message -> !message.isDeleted()).orElseThrow(() -> Refusal.badRequest(otherwise));
    }

    public Posted byId(long messageId) {
        return message(messageId).orElseThrow(() -> new NoSuchElementException("no message " + messageId + " in " + title));
    }

    Posted post(ObjectNode content, JsonNode markup, ObjectNode from, OptionalInt thread) {
        return world.scene().in(() -> {
            lastMessage = isSupergroup() ? lastMessage + 1 : world.nextSharedMessageId();
            ObjectNode message = Json.object().put("message_id", lastMessage).put("date", world.now());
            message.set("from", from);
            message.set("chat", json());
            thread.ifPresent(topic -> message.put("message_thread_id", topic).put("is_topic_message", true));
            message.setAll(content);
            Posted posted = new Posted(world.scene(), this, lastMessage, world.clock().instant(), message, markup);
            messages.put(lastMessage, posted);
            return posted;
        });
    }

    ObjectNode json() {
        ObjectNode chat = Json.object().put("id", id).put("type", type);
        if (isPrivate()) {
            world.personById(id).ifPresent(person -> chat.put("first_name", person.name()).put("username", person.username()));
            return chat;
        }
        chat.put("title", title);
        return forum ? chat.put("is_forum", true) : chat;
    }

    @Override
    public String toString() {
        return type + " " + title;
    }
}
