package org.spoolbot.e2e;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/** Many members who order at once, and waiting until all they ordered stands where it should. */
final class Crowd {
    private static final int MEMBERS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Server server;
    private final int jobs;

    Crowd(Server server, int jobs) {
        this.server = server;
        this.jobs = jobs;
    }

    /** So that the shipped caps do not end the run. */
    void liftCaps() throws Exception {
        try (Chat owner = Chat.joinAsAdmin(server, "root")) {
            owner.ask("/admin quota set global cost-per-day unlimited");
            owner.ask("/admin quota set global cost-per-month unlimited");
        }
    }

    /** Orders; {@code options} are those of the order of that number. */
    void order(IntFunction<String> options) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> members = new ArrayList<>();
            for (int member = 0; member < MEMBERS; member++) {
                int first = member;
                members.add(threads.submit(() -> {
                    orderAs(first, options);
                    return null;
                }));
            }
            for (Future<?> member : members) {
                member.get();
            }
        }
    }

    private void orderAs(int member, IntFunction<String> options) throws Exception {
        try (Chat chat = Chat.joinAsAdmin(server, "member" + member)) {
            for (int number = member; number < jobs; number += MEMBERS) {
                String text = "/video member" + member + " " + number + " --duration 4 --now " + options.apply(number);
                Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> chat.trySaying(text).statusCode() == 202);
            }
        }
    }

    /** Waits until all jobs fulfil that condition on their rows. */
    void await(String condition) {
        Awaitility.await(jobs + " jobs with " + condition)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(condition) == jobs);
    }

    private long count(String condition) throws SQLException {
        try (Books books = Books.open(server.database())) {
            return books.jobs(condition);
        }
    }
}
