package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpResponse;

class EventStreamTest {
    private static final String ASK = "GET /plugins/demo/events HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    Path home;

    private Site streaming(HttpResponse.EventSource source) {
        return Site.in(home).open().get("/events", request -> HttpResponse.events(source));
    }

    @Test
    void aReaderSeesEachEventAtOnceAndComesBackAfterASecondIfItLosesTheServer() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        try (Site site = streaming(sink -> {
                    first.await();
                    sink.send("7", "message", "hello\nworld");
                    second.await();
                    sink.ping();
                });
                Lines lines = new Lines(site.server.port())) {
            assertThat(lines.next()).isEqualTo("retry: 1000");
            assertThat(lines.next()).isEmpty();
            first.countDown();
            assertThat(List.of(lines.next(), lines.next(), lines.next(), lines.next(), lines.next()))
                    .containsExactly("id: 7", "event: message", "data: hello", "data: world", "");
            second.countDown();
            assertThat(lines.next()).isEqualTo(":");
        }
    }

    @Test
    void theAnswerSaysThatItIsAStreamAndNotToBeStored() throws Exception {
        try (Site site = streaming(sink -> sink.send("", "", ""))) {
            var answer = site.fetch("/plugins/demo/events");

            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
            assertThat(answer.body()).isEqualTo("retry: 1000\n\ndata:\n\n");
        }
    }

    @Test
    void namesOfEventsCannotForgeOtherEvents() throws Exception {
        try (Site site = streaming(sink -> sink.send("1\ndata: forged", "a\r\nid: 2", "x\rid: 3\n\ny"))) {
            assertThat(site.fetch("/plugins/demo/events").body())
                    .isEqualTo("retry: 1000\n\nid: 1 data: forged\nevent: a  id: 2\ndata: x\ndata: id: 3\ndata: \ndata: y\n\n");
        }
    }

    @Test
    void aHundredReadersListenAtTheSameTime() throws Exception {
        CountDownLatch all = new CountDownLatch(100);
        AtomicInteger virtual = new AtomicInteger();
        List<Lines> readers = new ArrayList<>();
        try (Site site = streaming(sink -> {
            virtual.addAndGet(Thread.currentThread().isVirtual() ? 1 : 0);
            all.countDown();
            all.await();
            sink.send("1", "message", "together");
        })) {
            for (int number = 0; number < 100; number++) {
                readers.add(new Lines(site.server.port()));
            }
            for (Lines reader : readers) {
                assertThat(List.of(reader.next(), reader.next(), reader.next(), reader.next(), reader.next()))
                        .containsExactly("retry: 1000", "", "id: 1", "event: message", "data: together");
                reader.close();
            }
            assertThat(virtual).hasValue(100);
        }
    }

    @Test
    void aServerThatStopsEndsItsStreams() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Site site = streaming(sink -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.countDown();
                    }
                });
                Lines lines = new Lines(site.server.port())) {
            lines.next();

            assertTimeoutPreemptively(Duration.ofSeconds(5), site::stop);

            assertThat(ended.getCount()).isZero();
            assertThat(lines.wire.rest()).doesNotContain("data");
        }
    }

    @Test
    void aSourceThatIgnoresTheEndIsCutOff() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Site site = streaming(sink -> pingUntilGone(sink, ended));
                Lines lines = new Lines(site.server.port())) {
            lines.next();

            assertTimeoutPreemptively(Duration.ofSeconds(5), site::stop);

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReaderThatVanishesFreesItsSource() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Site site = streaming(sink -> pingUntilGone(sink, ended));
                Lines lines = new Lines(site.server.port())) {
            lines.next();

            lines.wire.vanish();

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReaderThatStopsReadingFreesItsSourceAfterTheSilence() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Site site = Site.in(home).silentFor(Duration.ofMillis(300)).open();
                Wire wire = Wire.to(site.server.port())) {
            site.get("/events", request -> HttpResponse.events(sink -> {
                try {
                    sink.send("", "", "x".repeat(50_000_000));
                } finally {
                    ended.countDown();
                }
            }));
            wire.write(ASK);

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void headAsksNoSource() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Site site = streaming(sink -> asked.incrementAndGet())) {
            var answer = site.send(site.to("/plugins/demo/events").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(asked).hasValue(0);
        }
    }

    private static void pingUntilGone(HttpResponse.EventSink sink, CountDownLatch ended) throws IOException {
        try {
            while (true) {
                Thread.interrupted();
                sink.ping();
                Thread.yield();
            }
        } finally {
            ended.countDown();
        }
    }

    /** The lines of a stream without the chunks that carry them. */
    private static final class Lines implements AutoCloseable {
        private final Wire wire;
        private final List<String> left = new ArrayList<>();

        Lines(int port) throws IOException {
            wire = Wire.to(port);
            wire.write(ASK);
            wire.skipHeaders();
        }

        String next() throws IOException {
            if (left.isEmpty()) {
                String size = wire.line();
                // The end of a chunk comes with the next one.
                String chunk = wire.exactly(Integer.parseInt(String.valueOf("".equals(size) ? wire.line() : size), 16));
                left.addAll(List.of(chunk.substring(0, chunk.length() - 1).split("\n", -1)));
            }
            return left.removeFirst();
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
