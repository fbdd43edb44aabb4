package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A guild (what people call a server). */
public final class Guild {
    private static final long USUAL = Permission.sum(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.READ_MESSAGE_HISTORY,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.SEND_MESSAGES_IN_THREADS);

    private final World world;
    private final String id;
    private final String name;
    private final String ownerId;
    private final String botRole;
    private final Instant botJoined;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Channel> channels = new ArrayList<>();
    private int tier;

    Guild(World world, String name, boolean withBot) {
        this.world = world;
        this.name = name;
        id = world.nextId();
        ownerId = world.nextId();
        botRole = world.nextId();
        botJoined = world.now();
        roles.put(id, new Role(id, "@everyone", USUAL));
        if (withBot) {
            roles.put(botRole, new Role(botRole, world.bot().name(), USUAL));
            join(world.bot()).roles().add(botRole);
        }
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** Its first text channel. */
    public Channel general() {
        return world.look(channels::getFirst);
    }

    /** Makes a text channel and tells the gateway. */
    public Channel textChannel(String channelName) {
        Channel channel = world.changing(() -> open(channelName));
        tell("CHANNEL_CREATE", channel::json);
        return channel;
    }

    Channel open(String channelName) {
        Channel channel = Channel.text(world, this, channelName);
        channels.add(channel);
        world.add(channel);
        return channel;
    }

    /** A bot hears nothing of a guild that it is not in. */
    void tell(String event, Supplier<ObjectNode> data) {
        if (world.look(this::hasBot)) {
            world.tell(event, data);
        }
    }

    /** Its channels without threads. */
    public List<Channel> channels() {
        return world.look(() -> List.copyOf(channels));
    }

    /** Makes a role and tells the gateway. */
    public Role role(String roleName, Permission... permissions) {
        Role role = new Role(world.nextId(), roleName, Permission.sum(permissions));
        put(role, "GUILD_ROLE_CREATE");
        return role;
    }

    /** Gives a member of it a role; a person who is not one yet joins. */
    public void give(Person person, Role role) {
        world.changed(() -> join(person.user()).roles().add(role.id()));
    }

    /** Replaces what @everyone may. */
    public void everyoneMay(Permission... permissions) {
        put(new Role(id, "@everyone", Permission.sum(permissions)), "GUILD_ROLE_UPDATE");
    }

    /** Replaces what the bot's own role allows; what @everyone may, the bot still may. */
    public void botMay(Permission... permissions) {
        put(new Role(botRole, world.bot().name(), Permission.sum(permissions)), "GUILD_ROLE_UPDATE");
    }

    private void put(Role role, String event) {
        world.changed(() -> roles.put(role.id(), role));
        tell(event, () -> {
            ObjectNode data = Json.object().put("guild_id", id);
            data.set("role", json(role));
            return data;
        });
    }

    /** Sets the boost tier, 0 to 3, which decides the upload limit. */
    public void tier(int boostTier) {
        world.changed(() -> tier = boostTier);
        tell("GUILD_UPDATE", this::json);
    }

    /** Throws the bot out: GUILD_DELETE, and from now on 50001 for its channels. */
    public void removeBot() {
        world.changed(() -> members.remove(world.bot().id()));
        world.tell("GUILD_DELETE", () -> Json.object().put("id", id));
    }

    /** Invites the bot, also again: GUILD_CREATE. */
    public void inviteBot() {
        world.changed(() -> {
            roles.putIfAbsent(botRole, new Role(botRole, world.bot().name(), USUAL));
            join(world.bot()).roles().add(botRole);
        });
        tell("GUILD_CREATE", this::created);
    }

    /** An outage: the guild is "unavailable" for a while, which is not the same as being thrown out. */
    public void outage(boolean out) {
        if (out) {
            tell("GUILD_DELETE", () -> Json.object().put("id", id).put("unavailable", true));
            return;
        }
        tell("GUILD_CREATE", this::created);
    }

    String ownerId() {
        return ownerId;
    }

    String name() {
        return name;
    }

    Collection<Role> roles() {
        return roles.values();
    }

    boolean hasBot() {
        return members.containsKey(world.bot().id());
    }

    Optional<Member> member(String userId) {
        return Optional.ofNullable(members.get(userId));
    }

    Member join(User user) {
        return members.computeIfAbsent(user.id(), ignored -> new Member(user, world.now()));
    }

    void forget(Channel channel) {
        channels.remove(channel);
    }

    /** 10 MiB, 50 MiB at tier 2, 100 MiB at tier 3: https://discord.com/developers/docs/reference#uploading-files. */
    long uploadLimit() {
        return switch (tier) {
            case 2 -> 50L << 20;
            case 3 -> 100L << 20;
            default -> 10L << 20;
        };
    }

    private ObjectNode json(Role role) {
        return role.json(role.id().equals(id) ? 0 : 1, role.id().equals(botRole));
    }

    /** The guild object, https://discord.com/developers/docs/resources/guild#guild-object. */
    ObjectNode json() {
        ObjectNode json = GuildDefaults.json().put("id", id).put("name", name).put("owner_id", ownerId).put("premium_tier", tier);
        json.set("roles", Json.array(roles.values().stream().map(this::json).toList()));
        return json;
    }

    /** The data of GUILD_CREATE: https://discord.com/developers/docs/events/gateway-events#guild-create. Other members come with their interactions. */
    ObjectNode created() {
        ObjectNode json = json().put("joined_at", botJoined.toString()).put("large", false).put("unavailable", false);
        json.put("member_count", members.size());
        json.set("channels", Json.array(channels.stream().map(Channel::json).toList()));
        json.set("threads", Json.array(world.threadsOf(this).stream().map(Channel::json).toList()));
        json.putArray("members").add(join(world.bot()).json());
        for (String empty : List.of("voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds")) {
            json.putArray(empty);
        }
        return json;
    }
}
