package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.connection.PollerFixture;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Seat;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

/** What the library does wrong when it receives, by the numbers of the list that we keep of it. */
final class ReceivingTrapsTest {
    private static final Duration PATIENCE = Bench.PATIENCE;

    @TempDir
    Path folder;

    @Test
    void trap4AnUpdateIsNotConfirmedBeforeItIsKept() {
        FailingStore store = new FailingStore();
        try (Bench bench = new Bench(folder, setup -> setup.store = store)) {
            bench.awaitUp();
            store.fails = Integer.MAX_VALUE;
            bench.telegram.person("Ada").privately().says("/video a kite");
            int id = bench.telegram.updates().lastId();

            await().atMost(PATIENCE).until(() -> bench.platform.health().detail().contains("cannot be stored"));
            assertThat(bench.telegram.updates().confirmed()).doesNotContainKey(id);
            assertThat(bench.platform.health().state()).isEqualTo(State.DOWN);
            store.fails = 0;

            assertThat(bench.text(0).text()).isEqualTo("/video a kite");
            assertThat(bench.telegram.updates().awaitConfirmed(id, PATIENCE)).isTrue();
            bench.awaitUp();
        }
    }

    @Test
    void trap5AFaultWhileStoringDoesNotEndPollingForEver() {
        FailingStore store = new FailingStore();
        store.fault = () -> new StackOverflowError("on purpose");
        try (Bench bench = new Bench(folder, setup -> setup.store = store)) {
            bench.awaitUp();
            store.fails = 1;
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("first");
            ada.says("second");

            assertThat(bench.text(0).text()).isEqualTo("first");
            assertThat(bench.text(1).text()).isEqualTo("second");
            assertThat(bench.inbox.received()).hasSize(2);
        }
    }

    @Test
    void trap6AnUpdateThatCannotBeReadHoldsUpNoOther() {
        try (Bench bench = new Bench(folder)) {
            bench.awaitUp();
            int poison = bench.telegram.updates().raw("{\"message\":{\"message_id\":\"no number\",\"date\":99999999999999,\"chat\":7}}");
            bench.telegram.person("Ada").privately().says("/video a kite");

            assertThat(bench.text(0).text()).isEqualTo("/video a kite");
            assertThat(bench.telegram.updates().awaitConfirmed(poison, PATIENCE)).isTrue();
            assertThat(bench.platform.health().detail()).contains("could not be read: 1");
            assertThat(bench.platform.health().state()).isEqualTo(State.UP);
        }
    }

    @Test
    void trap7ACommandIsACommandWithoutTheLibrarysReadingOfIt() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("/forget_me");
            ada.says("/video@spoolbot a kite --seed 7");

            assertThat(bench.text(0).text()).isEqualTo("/forget-me");
            assertThat(bench.text(1).text()).isEqualTo("/video a kite --seed 7");
        }
    }

    @Test
    void trap8WhatTelegramAsksToWaitIsWaitedBeforeTheNextPoll() {
        Instant before = Instant.now();
        try (Bench bench = new Bench(folder, setup -> setup.before = telegram -> telegram.faults().next("getUpdates", Fault.tooManyRequests(2)))) {
            await().atMost(PATIENCE).until(() -> bench.platform.health().detail().contains("wants peace for 2 s"));
            bench.awaitUp();

            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void trap9AnotherProcessWithTheTokenIsToldOnceAndForgottenWhenItIsGone() {
        SettableClock clock = new SettableClock(Instant.now());
        try (Bench bench = new Bench(folder, setup -> setup.clock = clock)) {
            bench.awaitUp();
            for (int times = 0; times < 3; times++) {
                assertThat(bench.telegram.updates().awaitPoll(PATIENCE)).isTrue();
                int polls = bench.telegram.updates().polls();
                bench.telegram.updates().stealPoll();
                await().atMost(PATIENCE).until(() -> bench.telegram.updates().polls() > polls);
            }
            await().atMost(PATIENCE).until(() -> bench.platform.health().state() == State.DOWN);
            assertThat(bench.platform.health().detail()).contains("another process uses this token");

            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("still heard");
            assertThat(bench.text(0).text()).isEqualTo("still heard");
            assertThat(bench.platform.health().state()).isEqualTo(State.DOWN);
            assertThat(bench.events).containsExactly(new TokenConflictEvent("telegram", "another process asks for the bot's updates"));

            clock.advance(Duration.ofMinutes(3));
            ada.says("quiet now");
            bench.heard(2);
            bench.awaitUp();
            assertThat(bench.events).hasSize(1);
        }
    }

    @Test
    void trap15ATelegramThatIsDownAtTheStartIsJoinedWhenItComes() {
        try (Bench bench = new Bench(folder, setup -> setup.before = telegram -> {
            telegram.faults().next("getMe", Fault.badGateway());
            telegram.faults().next("deleteWebhook", 2, Fault.badGateway());
            telegram.faults().next("getWebhookInfo", Fault.dropsBefore());
        })) {
            bench.telegram.person("Ada").privately().says("/video a kite");

            assertThat(bench.text(0).text()).isEqualTo("/video a kite");
            bench.awaitUp();
        }
    }

    @Test
    void trap16IdsThatBeginAnewAfterAQuietWeekAreHeard() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            List<String> answers = List.of(
                    "{\"ok\":true,\"result\":{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}}",
                    "{\"ok\":true,\"result\":true}",
                    "{\"ok\":true,\"result\":[{\"update_id\":900000000,\"one\":1}]}",
                    "{\"ok\":true,\"result\":[{\"update_id\":5,\"two\":2}]}");
            answers.forEach(answer -> server.enqueue(new MockResponse.Builder().body(answer).build()));
            List<Integer> seen = PollerFixture.idsFrom(server.url("/").uri(), new Secret("1:a"), 2, PATIENCE);

            assertThat(seen).containsExactly(900000000, 5);
        }
    }

    @Test
    void anOutageInTheMiddleHealsWithoutARestart() {
        try (Bench bench = new Bench(folder)) {
            bench.awaitUp();
            bench.telegram.faults().always("getUpdates", Fault.badGateway());
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("before");
            await().atMost(PATIENCE).until(() -> bench.platform.health().state() == State.CONNECTING);
            bench.telegram.faults().clear();
            ada.says("after");

            assertThat(bench.heard(2)).hasSize(2);
            bench.awaitUp();
        }
    }

    @Test
    void aTokenThatTelegramDoesNotKnowIsSaidWithWhatToDo() {
        try (Bench bench = new Bench(folder, setup -> setup.token = "4711:wrong")) {
            await().atMost(PATIENCE).until(() -> bench.platform.health().state() == State.DOWN);
            assertThat(bench.platform.health().detail()).contains("@BotFather").doesNotContain("wrong");
            assertThat(bench.telegram.calls().count("getUpdates")).isZero();
        }
    }

    /** Fails as often as it is told to; everything else is a plain store. */
    static final class FailingStore implements KeyValueStore {
        private final MemoryStore store = new MemoryStore();
        volatile java.util.function.Supplier<Throwable> fault = () -> new IllegalStateException("the disk is full");
        volatile int fails;

        @Override
        public Optional<String> get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, String value) {
            store.put(key, value);
        }

        @Override
        public boolean putIfAbsent(String key, String value) {
            return store.putIfAbsent(key, value);
        }

        @Override
        public void change(Map<String, String> values, Set<String> removed) {
            if (fails > 0 && values.keySet().stream().anyMatch(key -> key.startsWith("update/"))) {
                fails--;
                Throwable thrown = fault.get();
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }
            store.change(values, removed);
        }

        @Override
        public boolean remove(String key) {
            return store.remove(key);
        }

        @Override
        public Map<String, String> scan(String prefix, String after, int limit) {
            return store.scan(prefix, after, limit);
        }
    }
}
