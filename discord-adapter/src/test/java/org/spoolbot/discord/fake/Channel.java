package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A text channel, thread or private channel. */
public final class Channel {
    private static final int MOST_POSTS = 5_000;

    private final World world;
    private final ChannelType type;
    private final String id;
    private final String name;
    private final Optional<Guild> guild;
    private final Optional<Channel> parent;
    private final Optional<Person> recipient;
    private final List<Overwrite> overwrites = new ArrayList<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private boolean nsfw;
    private boolean archived;

    private Channel(World world, ChannelType type, String name, Optional<Guild> guild, Optional<Channel> parent, Optional<Person> recipient) {
        this.world = world;
        this.type = type;
        this.id = world.nextId();
        this.name = name;
        this.guild = guild;
        this.parent = parent;
        this.recipient = recipient;
    }

    static Channel text(World world, Guild guild, String name) {
        return new Channel(world, ChannelType.TEXT, name, Optional.of(guild), Optional.empty(), Optional.empty());
    }

    static Channel privateWith(World world, Person recipient) {
        return new Channel(world, ChannelType.PRIVATE, "", Optional.empty(), Optional.empty(), Optional.of(recipient));
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** What kind of channel it is. */
    public ChannelType type() {
        return type;
    }

    /** Makes a public thread below it and tells the gateway. */
    public Channel thread(String threadName) {
        Channel thread = new Channel(world, ChannelType.PUBLIC_THREAD, threadName, guild, Optional.of(this), Optional.empty());
        world.changed(() -> world.add(thread));
        tell("THREAD_CREATE", () -> thread.json().put("newly_created", true));
        return thread;
    }

    /** Marks it age-restricted. */
    public void nsfw(boolean restricted) {
        world.changed(() -> nsfw = restricted);
        tell("CHANNEL_UPDATE", this::json);
    }

    /** Archives a thread, or takes it back; writing in an archived one unarchives it. */
    public void archived(boolean away) {
        world.changed(() -> archived = away);
        tell("THREAD_UPDATE", this::json);
    }

    /** Takes permissions from the bot in this channel alone, by an overwrite for the bot; none gives all back. */
    public void deny(Permission... permissions) {
        world.changed(() -> {
            overwrites.removeIf(overwrite -> overwrite.id().equals(world.bot().id()));
            overwrites.add(new Overwrite(world.bot().id(), 1, 0, Permission.sum(permissions)));
        });
        tell("CHANNEL_UPDATE", this::json);
    }

    /** Deletes it and tells the gateway; from now on 10003. */
    public void delete() {
        world.changed(() -> world.remove(this));
        tell(type == ChannelType.PUBLIC_THREAD ? "THREAD_DELETE" : "CHANNEL_DELETE", this::json);
    }

    /** The messages that stand in it, oldest first, without ephemeral ones. */
    public List<Message> messages() {
        return world.look(() -> posts.values().stream().filter(post -> !post.ephemeral()).map(Post::look).toList());
    }

    /** Waits until a message like that stands in it. */
    public Message await(Predicate<Message> wanted) {
        return world.await(
                () -> "a message in " + this + "; there are " + messages().stream().map(Message::text).toList(),
                () -> messages().stream().filter(wanted).findFirst());
    }

    /** Waits until that message stands in it no more. */
    public void awaitGone(Message message) {
        world.await(() -> "the end of: " + message.text(), () -> Optional.of(posts.containsKey(message.id())).filter(stands -> !stands));
    }

    private void tell(String event, Supplier<ObjectNode> data) {
        guild.ifPresent(in -> in.tell(event, data));
    }

    Optional<Guild> guild() {
        return guild;
    }

    Optional<Channel> parent() {
        return parent;
    }

    Optional<Person> recipient() {
        return recipient;
    }

    String name() {
        return name;
    }

    boolean thread() {
        return type == ChannelType.PUBLIC_THREAD;
    }

    /** Threads take over what their parent allows: https://discord.com/developers/docs/topics/threads#permissions. */
    List<Overwrite> effectiveOverwrites() {
        return parent.map(Channel::effectiveOverwrites).orElse(overwrites);
    }

    /** What a member may do here; everything in a private channel. */
    long permissionsOf(String userId) {
        return guild.map(in -> in.member(userId).map(member -> PermissionSum.inChannel(in, member, effectiveOverwrites())).orElse(0L))
                .orElse(Long.MAX_VALUE);
    }

    Map<String, Post> posts() {
        return posts;
    }

    void add(Post post) {
        archived = false;
        posts.put(post.id(), post);
        if (posts.size() > MOST_POSTS) {
            posts.remove(posts.keySet().iterator().next());
        }
    }

    /** The channel object, https://discord.com/developers/docs/resources/channel#channel-object. */
    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("type", type.number()).put("flags", 0);
        posts.keySet().stream().reduce((first, second) -> second).ifPresentOrElse(last -> json.put("last_message_id", last), () -> json.putNull(
                "last_message_id"));
        recipient.ifPresent(person -> json.putArray("recipients").add(person.user().json()));
        guild.ifPresent(in -> guildPart(json, in));
        return json;
    }

    private void guildPart(ObjectNode json, Guild in) {
        json.put("guild_id", in.id()).put("name", name).put("rate_limit_per_user", 0);
        parent.ifPresentOrElse(above -> threadPart(json, above), () -> {
            json.put("position", 0).put("nsfw", nsfw).putNull("topic").putNull("parent_id");
            json.set("permission_overwrites", Json.array(overwrites.stream().map(Overwrite::json).toList()));
        });
    }

    private void threadPart(ObjectNode json, Channel above) {
        json.put("parent_id", above.id).put("owner_id", in(above).ownerId());
        json.put("message_count", posts.size()).put("member_count", 1).put("total_message_sent", posts.size());
        String created = Snowflakes.timeOf(id).toString();
        json.putObject("thread_metadata")
                .put("archived", archived)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", created)
                .put("locked", false)
                .put("create_timestamp", created);
    }

    private static Guild in(Channel channel) {
        return channel.guild.orElseThrow();
    }

    @Override
    public String toString() {
        return "#" + name;
    }
}
