package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit holds, however many requests come at once. */
class OverdraftIT {
    private static final int REQUESTS = 1000;
    private static final int LIMIT = 10;
    private static final int AT_ONCE = 64;

    @TempDir
    Path folder;

    @Test
    void ofAThousandRequestsTenAreAcceptedAndTheOthersAreToldWhy() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned");
                Gate gate = Gate.before(sandbox)) {
            gate.barriers().close(Gate.Stage.ORDER);
            Home home = Home.open(folder.resolve("home")).withPaidGateway(gate.address(Ark.PATH), "key").askingEverySecond();
            try (Server server = Server.start(home);
                    Chat owner = Chat.joinAsAdmin(server, "root");
                    Chat chat = Chat.join(server, "greedy")) {
                owner.ask("/admin quota set default clips-per-day " + LIMIT);
                owner.ask("/admin quota set default waiting unlimited");

                sayAtOnce(chat);

                awaitAnswers(chat);
                assertThat(refusals(chat)).as("refused with the reason").isEqualTo(REQUESTS - LIMIT);
                try (Books books = Books.open(server.database())) {
                    assertThat(books.jobs("1 = 1")).isEqualTo(LIMIT);
                    assertThat(books.discrepancies()).isEmpty();
                }
            }
        }
    }

    private static void sayAtOnce(Chat chat) throws Exception {
        Semaphore callers = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int number : IntStream.range(0, REQUESTS).toArray()) {
                calls.add(threads.submit(() -> {
                    callers.acquire();
                    try {
                        sayUntilAccepted(chat, "/video number " + number + " --duration 4 --resolution 480p --now");
                    } finally {
                        callers.release();
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }

    /** "Busy" is an honest answer: nothing was taken, so it is said again. */
    private static void sayUntilAccepted(Chat chat, String text) {
        Awaitility.await("the server takes it").atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100)).until(() -> {
            HttpResponse<String> answer = chat.trySaying(text);
            assertThat(answer.statusCode()).isIn(202, 503);
            return answer.statusCode() == 202;
        });
    }

    private static void awaitAnswers(Chat chat) {
        Awaitility.await("everybody is answered").atMost(Duration.ofSeconds(60)).until(() -> refusals(chat) >= REQUESTS - LIMIT);
    }

    private static long refusals(Chat chat) {
        return chat.messages().stream()
                .filter(message -> message.fromBot() && message.words().contains("0 of " + LIMIT + " clips left"))
                .count();
    }
}
