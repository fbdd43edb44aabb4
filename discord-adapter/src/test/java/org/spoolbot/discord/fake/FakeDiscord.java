package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.discord.fake.wire.HttpServer;
import org.spoolbot.discord.fake.wire.Reply;
import org.spoolbot.discord.fake.wire.Request;

/** Discord on one loopback port: REST below {@code /api/v10/}, the gateway at {@code /gateway}, files below {@code /cdn/}. */
public final class FakeDiscord implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FakeDiscord.class);
    private static final String TOKEN = "MTA2NjY2.fake.token-of-the-bot";

    private final URI address;
    private final Path folder;
    private final World world;
    private final Cdn cdn;
    private final Faults faults = new Faults();
    private final Traffic traffic = new Traffic();
    private final Violations violations = new Violations();
    private final SpecCheck spec = new SpecCheck(violations);
    private final GatewayHub gateway;
    private final RestFront rest;
    private final HttpServer server;

    private FakeDiscord(InstantSource clock, ServerSocket listener, Path folder) {
        this.folder = folder;
        address = URI.create("http://127.0.0.1:" + listener.getLocalPort());
        world = new World(clock);
        cdn = new Cdn(address.resolve("/cdn/"), clock, folder);
        gateway = new GatewayHub(login(), spec, clock);
        Interactions interactions = new Interactions();
        world.connect((type, data) -> gateway.dispatch(type, data, session -> true), new Typist(world, cdn, interactions));
        rest = new RestFront(new RestFront.Parts(TOKEN, world, cdn, faults, traffic, spec, routes(interactions)));
        server = HttpServer.serve(listener, this::handle);
    }

    /** Starts on a free port of 127.0.0.1. */
    public static FakeDiscord start(InstantSource clock) {
        return start(clock, 0);
    }

    /** Starts on that port of 127.0.0.1. */
    public static FakeDiscord start(InstantSource clock, int port) {
        try {
            return new FakeDiscord(clock, HttpServer.listen(port), Files.createTempDirectory("fake-discord"));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private List<Route> routes(Interactions interactions) {
        Board board = new Board(world);
        MessageWriter writer = new MessageWriter(world, cdn);
        HookWriter hooks = new HookWriter(world, board, writer);
        return Stream.of(
                        new AccountRoutes(world, gateway).routes(),
                        new CommandRoutes(world).routes(),
                        new MessageRoutes(world, board, writer, cdn).routes(),
                        new InteractionRoutes(world, interactions, board, hooks).routes(),
                        new WebhookRoutes(world, interactions, board, hooks).routes())
                .flatMap(List::stream)
                .toList();
    }

    private Login login() {
        return new Login() {
            @Override
            public String token() {
                return TOKEN;
            }

            @Override
            public String botId() {
                return world.bot().id();
            }

            @Override
            public URI gatewayUrl() {
                return FakeDiscord.this.gatewayUrl();
            }

            @Override
            public ObjectNode ready(int shard, int shardCount) {
                return world.ready(shard, shardCount);
            }

            @Override
            public List<ObjectNode> guildCreates(int shard, int shardCount) {
                return world.guildsOf(shard, shardCount).stream().map(world::guildCreate).toList();
            }
        };
    }

    private Reply handle(Request request) throws IOException {
        if (request.upgrade()) {
            return new Reply.Upgrade(gateway::serve);
        }
        if (request.path().startsWith(RestFront.BASE + "/")) {
            return rest.handle(request);
        }
        return cdn.serve(request);
    }

    /** {@code http://127.0.0.1:PORT/api/v10/}. */
    public URI apiUrl() {
        return address.resolve(RestFront.BASE + "/");
    }

    /** {@code ws://127.0.0.1:PORT/gateway}. */
    public URI gatewayUrl() {
        return URI.create("ws://127.0.0.1:" + address.getPort() + "/gateway");
    }

    /** The bot's token; every other one gets 401. */
    public String token() {
        return TOKEN;
    }

    /** Users, guilds, channels, messages, commands. */
    public World world() {
        return world;
    }

    /** The person of that name; made at the first call. */
    public Person person(String name) {
        return world.personNamed(name);
    }

    /** What the specifications found wrong with the requests that have come; waits for those that are being answered. */
    public Violations violations() {
        rest.awaitIdle();
        return violations;
    }

    /** Whether traffic is held against the specifications, which takes a millisecond or two a piece; it is until switched off. */
    public void checkSpecifications(boolean check) {
        spec.check(check);
    }

    /** What shall go wrong next. */
    public Faults faults() {
        return faults;
    }

    /** The REST requests that came. */
    public Traffic traffic() {
        return traffic;
    }

    /** The files. */
    public Cdn cdn() {
        return cdn;
    }

    /** The gateway's sessions. */
    public GatewayHub gateway() {
        return gateway;
    }

    @Override
    public void close() {
        gateway.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillArriving) {
            LOG.debug("An upload was under way: {}", stillArriving.getMessage());
        }
    }
}
