package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.spoolbot.discord.fake.wire.HttpServer;
import org.spoolbot.discord.fake.wire.Reply;
import org.spoolbot.discord.fake.wire.Request;

/** The gateway with two guilds and just as much REST as a login needs. */
final class GatewayAlone implements AutoCloseable, Login {
    static final String TOKEN = "MTEw.fake.token";
    static final String BOT = "1100000000000000000";
    static final String FIRST_GUILD = Long.toString(300_000_000_000L << 22);
    static final String SECOND_GUILD = Long.toString(300_000_000_001L << 22);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "{'id': '%s', 'username': '%s', 'discriminator': '0', 'global_name': null, 'avatar': null, 'bot': %s}";

    private final Violations violations = new Violations();
    private final GatewayHub gateway = new GatewayHub(this, new SpecCheck(violations), InstantSource.system());
    private final ServerSocket listener;
    private final HttpServer server;
    private final AtomicLong lastId = new AtomicLong(Instant.now().minusSeconds(1_420_070_400).toEpochMilli() << 22);
    private volatile String token = TOKEN;

    GatewayAlone() {
        try {
            listener = HttpServer.listen(0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server = HttpServer.serve(listener, this::handle);
    }

    private Reply handle(Request request) {
        return switch (request.path()) {
            case "/gateway" -> new Reply.Upgrade(gateway::serve);
            case "/api/v10/users/@me" -> answer(json(USER.formatted(BOT, "spoolbot", true)));
            case "/api/v10/gateway/bot" -> answer(gateway.botGateway(JSON.createObjectNode()));
            default -> Reply.text(404, Map.of(), "{}");
        };
    }

    private static Reply answer(JsonNode body) {
        return Reply.text(200, Map.of("Content-Type", "application/json"), body.toString());
    }

    String apiUrl() {
        return server.address().resolve("api/v10/").toString();
    }

    GatewayHub gateway() {
        return gateway;
    }

    Violations violations() {
        return violations;
    }

    void changeToken(String better) {
        token = better;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public String botId() {
        return BOT;
    }

    @Override
    public URI gatewayUrl() {
        return URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/gateway");
    }

    @Override
    public ObjectNode ready(int shard, int shardCount) {
        ObjectNode ready = json("{'user': %s, 'guilds': [], 'private_channels': [], 'application': {'id': '%s', 'flags': 0, 'flags_new': '0'}}"
                .formatted(USER.formatted(BOT, "spoolbot", true), BOT));
        guilds(shard, shardCount).forEach(id -> ready.withArray("guilds").addObject().put("id", id).put("unavailable", true));
        return ready;
    }

    @Override
    public List<ObjectNode> guildCreates(int shard, int shardCount) {
        return guilds(shard, shardCount).stream().map(GatewayAlone::guild).toList();
    }

    private static List<String> guilds(int shard, int shardCount) {
        return List.of(FIRST_GUILD, SECOND_GUILD).stream().filter(id -> (Long.parseLong(id) >> 22) % shardCount == shard).toList();
    }

    private static ObjectNode guild(String id) {
        return json(GUILD.formatted(id, id, id, USER.formatted(BOT, "spoolbot", true)));
    }

    /** What somebody says in the first guild without meaning the bot. */
    ObjectNode chatter(String text) {
        return message(text, "").put("guild_id", FIRST_GUILD);
    }

    /** What somebody says to the bot in the first guild. */
    ObjectNode mention(String text) {
        return message(text, USER.formatted(BOT, "spoolbot", true)).put("guild_id", FIRST_GUILD);
    }

    /** What somebody says to the bot in private. */
    ObjectNode privately(String text) {
        return message(text, "").put("channel_id", "1100000000000000009").put("channel_type", 1);
    }

    private ObjectNode message(String text, String mentioned) {
        ObjectNode message = json(MESSAGE.formatted(USER.formatted("1100000000000000007", "ada", false), mentioned));
        return message.put("id", Long.toString(lastId.incrementAndGet())).put("channel_id", FIRST_GUILD).put("content", text);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Override
    public void close() {
        gateway.close();
        server.close();
    }

    private static final String MESSAGE = """
            {'type': 0, 'author': %s, 'mentions': [%s], 'mention_roles': [], 'mention_everyone': false, 'attachments': [], 'embeds': [], 'components': [],
             'pinned': false, 'tts': false, 'timestamp': '2026-01-01T00:00:00+00:00', 'edited_timestamp': null, 'flags': 0}""";
    private static final String GUILD = """
            {'id': '%s', 'name': 'Kites', 'icon': null, 'splash': null, 'discovery_splash': null, 'owner_id': '1100000000000000007', 'afk_channel_id': null, 'afk_timeout': 300,
             'verification_level': 0, 'default_message_notifications': 0, 'explicit_content_filter': 0, 'emojis': [], 'stickers': [], 'features': [], 'mfa_level': 0,
             'application_id': null, 'system_channel_id': null, 'system_channel_flags': 0, 'rules_channel_id': null, 'vanity_url_code': null, 'description': null,
             'banner': null, 'premium_tier': 0, 'preferred_locale': 'en-US', 'public_updates_channel_id': null, 'nsfw_level': 0, 'premium_progress_bar_enabled': false,
             'safety_alerts_channel_id': null, 'incidents_data': null, 'hub_type': null, 'region': '', 'joined_at': '2026-01-01T00:00:00+00:00', 'large': false,
             'unavailable': false, 'member_count': 2, 'voice_states': [], 'threads': [], 'presences': [], 'stage_instances': [], 'guild_scheduled_events': [],
             'soundboard_sounds': [],
             'roles': [{'id': '%s', 'name': '@everyone', 'position': 0, 'permissions': '2147483647', 'color': 0, 'hoist': false, 'managed': false, 'mentionable': false, 'flags': 0,
               'colors': {'primary_color': 0, 'secondary_color': null, 'tertiary_color': null}}],
             'channels': [{'id': '%s', 'type': 0, 'name': 'general', 'position': 0, 'nsfw': false, 'permission_overwrites': []}],
             'members': [{'user': %s, 'roles': [], 'joined_at': '2026-01-01T00:00:00+00:00', 'deaf': false, 'mute': false, 'flags': 0, 'nick': null, 'avatar': null, 'banner': null}]}""";
}
