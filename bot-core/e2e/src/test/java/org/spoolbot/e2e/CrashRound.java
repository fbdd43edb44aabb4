package org.spoolbot.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Orders clips from a gateway that is paid for, ends the server with kill -9 at a chosen point, starts it again, lets it finish, and
 * compares what the gateway, the members and the books say.
 */
final class CrashRound {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int AT_ONCE = 2;

    private final Path folder;
    private final int jobs;

    CrashRound(Path folder, int jobs) {
        this.folder = folder;
        this.jobs = jobs;
    }

    /** Where the server is killed. */
    enum KillPoint {
        /** Most jobs wait; two paid calls have left and did not reach the gateway. */
        QUEUED,
        /** The gateway took two orders, and the server never heard of it. */
        SUBMITTING,
        /** The gateway makes them all. */
        RUNNING,
        /** Downloads have begun. */
        FETCHING,
        /** A clip is here and goes out. */
        DELIVERING
    }

    /**
     * What became of the jobs of a round.
     *
     * @param cut how many paid calls were under way at the kill
     * @param faults what must not be; empty if nothing is wrong
     */
    record Outcome(KillPoint point, int jobs, int cut, long succeeded, long unknown, int created, int delivered, List<String> faults) {}

    Outcome run(KillPoint point) throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox)) {
            Home home = Home.open(folder).withPaidGateway(gate.address(Ark.PATH), "crash-key").write("config/spoolbot.yml", settings(point));
            Checkpoint checkpoint = Checkpoint.installIn(home);
            int cut = killAt(point, home, gate, checkpoint);
            gate.barriers().turnAway();
            checkpoint.release();
            int delivered = finish(home);
            return judge(point, cut, delivered, home, gate, sandbox);
        }
    }

    private String settings(KillPoint point) {
        boolean few = point == KillPoint.QUEUED || point == KillPoint.SUBMITTING;
        return "config-version: 1\njobs:\n  max-running: " + (few ? AT_ONCE : jobs) + "\n  poll-interval: 1s\n";
    }

    private int killAt(KillPoint point, Home home, Gate gate, Checkpoint checkpoint) throws Exception {
        prepare(point, gate, checkpoint);
        try (Server server = Server.start(home);
                Chat chat = Chat.joinAsAdmin(server, "ada")) {
            for (int number : IntStream.range(0, jobs).toArray()) {
                chat.say("/video clip number " + number + " --duration 4 --resolution 480p --now");
            }
            int cut = switch (point) {
                case QUEUED -> awaitOrders(server, gate, Gate.Stage.ORDER);
                case SUBMITTING -> awaitOrders(server, gate, Gate.Stage.ORDER_ANSWER);
                case RUNNING -> awaitRunning(server, jobs);
                case FETCHING -> awaitFetching(server, gate);
                case DELIVERING -> awaitDelivering(server, gate, checkpoint);
            };
            server.kill();
            return cut;
        }
    }

    private static void prepare(KillPoint point, Gate gate, Checkpoint checkpoint) throws IOException {
        switch (point) {
            case QUEUED -> gate.barriers().close(Gate.Stage.ORDER);
            case SUBMITTING -> gate.barriers().close(Gate.Stage.ORDER_ANSWER);
            case RUNNING -> gate.barriers().close(Gate.Stage.POLL);
            case FETCHING -> {
                gate.barriers().close(Gate.Stage.POLL);
                gate.barriers().close(Gate.Stage.CLIP);
            }
            case DELIVERING -> {
                gate.barriers().close(Gate.Stage.POLL);
                checkpoint.holdAt("DELIVERING");
            }
        }
    }

    private int awaitOrders(Server server, Gate gate, Gate.Stage stage) throws Exception {
        gate.barriers().awaitWaiting(stage, AT_ONCE, PATIENCE);
        awaitJobs(server, "1 = 1", jobs);
        return AT_ONCE;
    }

    private static int awaitRunning(Server server, int jobs) {
        awaitJobs(server, "status = 'RUNNING'", jobs);
        return 0;
    }

    private int awaitFetching(Server server, Gate gate) throws Exception {
        awaitRunning(server, jobs);
        gate.barriers().open(Gate.Stage.POLL);
        gate.barriers().awaitWaiting(Gate.Stage.CLIP, 1, PATIENCE);
        return 0;
    }

    private int awaitDelivering(Server server, Gate gate, Checkpoint checkpoint) {
        awaitRunning(server, jobs);
        gate.barriers().open(Gate.Stage.POLL);
        checkpoint.awaitReached();
        return 0;
    }

    private static void awaitJobs(Server server, String condition, int count) {
        Awaitility.await(count + " jobs with " + condition)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jobsOf(server.home(), condition) == count);
    }

    private static long jobsOf(Home home, String condition) throws SQLException {
        try (Books books = Books.open(home.path().resolve("data/spoolbot.db"))) {
            return books.jobs(condition);
        }
    }

    /** Starts again and lets everything come to its end; how many clips the member has then. */
    private int finish(Home home) throws Exception {
        try (Server server = Server.start(home)) {
            awaitJobs(server, "status IN ('SUCCEEDED', 'FAILED', 'CANCELLED')", jobs);
            int stopped = server.stop();
            if (stopped != 0) {
                throw new AssertionError("the stop was not orderly: " + stopped + "\n" + server.output());
            }
        }
        // A third start shows what is durable, not what a page happened to hear.
        try (Server server = Server.start(home);
                Chat chat = Chat.joinAsAdmin(server, "ada")) {
            return chat.clips().size();
        }
    }

    private Outcome judge(KillPoint point, int cut, int delivered, Home home, Gate gate, Sandbox sandbox) throws Exception {
        List<String> created = gate.created().stream().map(Ark::prompt).toList();
        List<String> faults = new ArrayList<>();
        try (Books books = Books.open(home.path().resolve("data/spoolbot.db"))) {
            long succeeded = books.jobs("status = 'SUCCEEDED'");
            long unknown = books.jobs("status = 'FAILED' AND failure = 'SUBMIT_AMBIGUOUS'");
            expect(faults, "jobs", jobs, books.jobs("1 = 1"));
            expect(faults, "jobs that succeeded", jobs - cut, succeeded);
            expect(faults, "jobs with unknown outcome", cut, unknown);
            expect(faults, "clips the member has", succeeded, delivered);
            expect(faults, "deliveries known", succeeded, books.jobs("status = 'SUCCEEDED' AND delivery = 'DONE'"));
            expectOnce(faults, created, sandbox.prompts());
            faults.addAll(books.discrepancies());
            return new Outcome(point, jobs, cut, succeeded, unknown, created.size(), delivered, List.copyOf(faults));
        }
    }

    private static void expectOnce(List<String> faults, List<String> created, List<String> known) {
        Set<String> prompts = new HashSet<>(created);
        expect(faults, "different prompts among the orders the gateway took", created.size(), prompts.size());
        expect(faults, "tasks the gateway knows", created.size(), known.size());
    }

    private static void expect(List<String> faults, String what, long expected, long found) {
        if (expected != found) {
            faults.add(what + ": " + found + " instead of " + expected);
        }
    }
}
