package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The application's commands, globally and by guild: https://discord.com/developers/docs/interactions/application-commands. */
final class Commands {
    static final String GLOBAL = "";

    /** "There is a global rate limit of 200 application command creates per day, per guild": same page, "Registering a command". */
    private static final int CREATES_A_DAY = 200;

    private final World world;
    private final Map<String, List<ObjectNode>> tables = new HashMap<>();
    private final Map<String, Deque<Instant>> creates = new HashMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    Commands(World world) {
        this.world = world;
    }

    int writes() {
        return writes.get();
    }

    List<ObjectNode> of(String scope) {
        return world.look(() -> tables.getOrDefault(scope, List.of()).stream().map(ObjectNode::deepCopy).toList());
    }

    /** What a member of a guild, or somebody in private, finds by that name; a guild's own command hides a global one. */
    Optional<ObjectNode> find(String scope, int type, String name) {
        return of(scope).stream().filter(command -> sameCommand(command, type, name)).findFirst();
    }

    /** Bulk overwrite: what is not in the list is gone, what was there under its name and type keeps its id. */
    List<ObjectNode> replace(String scope, List<ObjectNode> wanted) {
        wanted.forEach(CommandRules::check);
        CommandRules.checkAll(wanted);
        return world.changing(() -> {
            writes.incrementAndGet();
            List<ObjectNode> table = wanted.stream().map(command -> stored(scope, command)).toList();
            tables.put(scope, new ArrayList<>(table));
            return of(scope);
        });
    }

    /** Creates one, or replaces the one of the same name and type. */
    ObjectNode upsert(String scope, ObjectNode wanted) {
        CommandRules.check(wanted);
        return world.changing(() -> {
            writes.incrementAndGet();
            ObjectNode stored = stored(scope, wanted);
            List<ObjectNode> table = tables.computeIfAbsent(scope, ignored -> new ArrayList<>());
            table.removeIf(command -> command.path("id").equals(stored.path("id")));
            table.add(stored);
            return stored.deepCopy();
        });
    }

    void delete(String scope, String id) {
        boolean gone = world.changing(() -> {
            writes.incrementAndGet();
            return tables.getOrDefault(scope, new ArrayList<>()).removeIf(command -> command.path("id").asText().equals(id));
        });
        if (!gone) {
            throw ApiError.unknownCommand();
        }
    }

    private ObjectNode stored(String scope, ObjectNode wanted) {
        int type = wanted.path("type").asInt(1);
        Optional<ObjectNode> known = find(scope, type, wanted.path("name").asText());
        if (known.isEmpty()) {
            count(scope);
        }
        ObjectNode stored = Json.object().put("id", known.map(command -> command.path("id").asText()).orElseGet(world::nextId));
        stored.put("application_id", world.applicationId()).put("version", world.nextId()).put("type", type).put("default_permission", true);
        if (!scope.equals(GLOBAL)) {
            stored.put("guild_id", scope);
        }
        CommandDefaults.complete(stored, wanted, scope.equals(GLOBAL));
        return stored;
    }

    /** Seen as status 400 (github.com/discord/discord-api-docs/issues/6188) and as 429 (github.com/discordjs/discord.js/issues/10458); the latter is a fault to plan. */
    private void count(String scope) {
        Deque<Instant> today = creates.computeIfAbsent(scope, ignored -> new ArrayDeque<>());
        today.removeIf(instant -> instant.isBefore(world.now().minus(Duration.ofDays(1))));
        if (today.size() >= CREATES_A_DAY) {
            throw new ApiError(400, 30034, "Max number of daily application command creates has been reached (200)");
        }
        today.add(world.now());
    }

    private static boolean sameCommand(JsonNode command, int type, String name) {
        return command.path("type").asInt(1) == type && command.path("name").asText().equals(name);
    }
}
