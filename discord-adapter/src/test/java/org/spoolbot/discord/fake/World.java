package org.spoolbot.discord.fake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state that REST and gateway share. Thread-safe: every change and every look happens under its lock. */
public final class World {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final InstantSource clock;
    private final Snowflakes snowflakes;
    private final User bot;
    private final Map<String, Guild> guilds = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Commands commands;
    private volatile Events events = (type, data) -> {};
    private volatile @Nullable Typist typist;

    World(InstantSource clock) {
        this.clock = clock;
        snowflakes = new Snowflakes(clock);
        bot = new User(snowflakes.next(), "Spoolbot", true);
        commands = new Commands(this);
    }

    /** From now on the world's events go there, and people can type. */
    void connect(Events target, Typist hands) {
        events = target;
        typist = hands;
    }

    Typist typist() {
        return requireNonNull(typist, "the world is not connected");
    }

    /** The account of the bot. */
    public User bot() {
        return bot;
    }

    /** The id of the bot's application, the same as its user id. */
    public String applicationId() {
        return bot.id();
    }

    /** Makes a guild with the bot and a text channel "general" in it, and tells the gateway. */
    public Guild guild(String name) {
        Guild guild = withGeneral(new Guild(this, name, true));
        tell("GUILD_CREATE", guild::created);
        return guild;
    }

    /** Makes a guild that the bot is not in; it meets the bot only through user installs. */
    public Guild foreignGuild(String name) {
        return withGeneral(new Guild(this, name, false));
    }

    private Guild withGeneral(Guild guild) {
        changed(() -> {
            guilds.put(guild.id(), guild);
            guild.open("general");
        });
        return guild;
    }

    /** The guilds that the bot is in. */
    public List<Guild> guilds() {
        return look(() -> guilds.values().stream().filter(Guild::hasBot).toList());
    }

    /** Any channel, thread or private channel. */
    public Optional<Channel> channel(String id) {
        return look(() -> Optional.ofNullable(channels.get(id)));
    }

    /** The commands as they were last written, globally. */
    public List<ObjectNode> commands() {
        return commands.of(Commands.GLOBAL);
    }

    /** The commands of one guild as they were last written. */
    public List<ObjectNode> commands(Guild guild) {
        return commands.of(guild.id());
    }

    /** How many requests wrote commands. */
    public int commandWrites() {
        return commands.writes();
    }

    /** Waits until commands were written that many times in all. */
    public void awaitCommandWrites(int count) {
        await(() -> count + " writes of commands; there were " + commandWrites(), () -> Optional.of(commandWrites()).filter(writes -> writes >= count));
    }

    Commands commandTable() {
        return commands;
    }

    /** The data of READY, without what is the session's own: https://discord.com/developers/docs/events/gateway-events#ready. */
    ObjectNode ready(int shard, int shardCount) {
        ObjectNode data = Json.object();
        data.set("user", bot.json().put("verified", true).put("mfa_enabled", false).putNull("email"));
        data.putArray("private_channels");
        data.putObject("application").put("id", applicationId()).put("flags", 0).put("flags_new", "0");
        data.set("guilds", Json.array(guildsOf(shard, shardCount).stream()
                .map(guild -> Json.object().put("id", guild.id()).put("unavailable", true))
                .toList()));
        return data;
    }

    /** The guilds of a shard: (guild id >> 22) % shard count, https://discord.com/developers/docs/events/gateway#sharding. */
    List<Guild> guildsOf(int shard, int shardCount) {
        return guilds().stream().filter(guild -> (Long.parseUnsignedLong(guild.id()) >>> 22) % shardCount == shard).toList();
    }

    /** The data of GUILD_CREATE. */
    ObjectNode guildCreate(Guild guild) {
        return look(guild::created);
    }

    // ---- for the parts of the fake ----

    String nextId() {
        return snowflakes.next();
    }

    Instant now() {
        return clock.instant();
    }

    /** Any guild, with the bot or without. */
    Optional<Guild> anyGuild(String id) {
        return look(() -> Optional.ofNullable(guilds.get(id)));
    }

    Optional<Person> person(String id) {
        return look(() -> Optional.ofNullable(people.get(id)));
    }

    Person personNamed(String name) {
        return changing(() -> {
            Optional<Person> known = people.values().stream().filter(person -> person.user().name().equals(name)).findFirst();
            return known.orElseGet(() -> {
                Person person = new Person(this, new User(nextId(), name, false));
                people.put(person.user().id(), person);
                return person;
            });
        });
    }

    void add(Channel channel) {
        channels.put(channel.id(), channel);
    }

    void remove(Channel channel) {
        channels.remove(channel.id());
        channels.values().removeIf(thread -> thread.parent().filter(channel::equals).isPresent());
        channel.guild().ifPresent(guild -> guild.forget(channel));
    }

    List<Channel> threadsOf(Guild guild) {
        return look(() -> channels.values().stream()
                .filter(channel -> channel.thread() && channel.guild().filter(guild::equals).isPresent())
                .toList());
    }

    /** Looks under the lock. */
    <T> T look(Supplier<T> view) {
        lock.lock();
        try {
            return view.get();
        } finally {
            lock.unlock();
        }
    }

    /** Changes something under the lock and wakes who waits for it. */
    <T> T changing(Supplier<T> change) {
        lock.lock();
        try {
            T result = change.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    void changed(Runnable change) {
        changing(() -> {
            change.run();
            return true;
        });
    }

    /** Tells the gateway; the data is made under the lock, the telling is done outside of it. */
    void tell(String type, Supplier<ObjectNode> data) {
        events.happened(type, look(data));
    }

    /** Waits until the look finds something. */
    <T> T await(Supplier<String> what, Supplier<Optional<T>> look) {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            for (Optional<T> found = look.get(); true; found = look.get()) {
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain for " + what.get());
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what.get(), interrupted);
        } finally {
            lock.unlock();
        }
    }
}
