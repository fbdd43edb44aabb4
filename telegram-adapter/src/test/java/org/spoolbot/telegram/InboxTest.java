package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.Seat;
import org.spoolbot.testkit.MemoryStore;

/** Nothing that somebody sent is lost or done twice, whenever the process dies. */
final class InboxTest {
    private static final Duration PATIENCE = Bench.PATIENCE;
    private static final byte[] PICTURE = Pictures.jpeg();

    @TempDir
    Path folder;

    @Test
    void whatWasTakenAndNotWorkedOnIsTakenAgainAfterTheRestart() {
        SlowEar ear = new SlowEar();
        try (Bench bench = new Bench(folder, setup -> setup.ear = ear::over)) {
            bench.telegram.person("Ada").privately().says("/video a kite");
            await().atMost(PATIENCE).until(() -> ear.taken.size() == 1);
            assertThat(bench.telegram.updates().awaitAllConfirmed(PATIENCE)).isTrue();

            bench.restart();
            await().atMost(PATIENCE).until(() -> ear.taken.size() == 2);
            ear.workOff();
            bench.restart();
            bench.telegram.person("Ada").privately().says("the next");
            await().atMost(PATIENCE).until(() -> ear.taken.size() == 3);

            assertThat(ear.texts()).containsExactly("/video a kite", "/video a kite", "the next");
        }
    }

    @Test
    void whatOneMemberSaysIsWorkedOnInOrderAndHoldsUpNobodyElse() {
        SlowEar ear = new SlowEar();
        try (Bench bench = new Bench(folder, setup -> setup.ear = ear::over)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("one");
            ada.says("two");
            bench.telegram.person("Bob").privately().says("three");
            await().atMost(PATIENCE).until(() -> ear.taken.size() == 2);

            assertThat(ear.texts()).containsExactlyInAnyOrder("one", "three");
            ear.workOff();
            await().atMost(PATIENCE).until(() -> ear.taken.size() == 3);
            assertThat(ear.texts().getLast()).isEqualTo("two");
        }
    }

    @Test
    void aPressIsAnsweredAtOnceThoughItsMembersLaneIsBusy() {
        SlowEar ear = new SlowEar();
        try (Bench bench = new Bench(folder, setup -> setup.ear = ear::over)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("/video");
            await().atMost(PATIENCE).until(() -> ear.taken.size() == 1);
            bench.platform.send(
                    ear.taken.getFirst().origin().destination(),
                    Message.of("card").withControls(List.of(Control.Button.of("v1:go:1", "Go"))));

            Press press = ada.taps(bench.telegram.world().fromBot().getFirst(), "Go");

            assertThat(press.awaitAnswer(Duration.ofSeconds(5))).isTrue();
            assertThat(ear.taken).hasSize(1);
        }
    }

    @Test
    void aServerWithoutRoomSaysSoOnceAndTakesItLater() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            bench.inbox.busy(true);
            ada.says("/video a kite");
            ada.says("/video a boat");
            Posted word = ada.starts().chat().await(said -> said.text().contains("more to do"), PATIENCE);
            bench.inbox.busy(false);

            assertThat(bench.text(0).text()).isEqualTo("/video a kite");
            assertThat(bench.text(1).text()).isEqualTo("/video a boat");
            assertThat(word.chat().fromBot()).hasSize(1);
        }
    }

    @Test
    void anAlbumIsOneMessageAlsoAcrossARestart() {
        try (Bench bench = new Bench(folder)) {
            bench.awaitUp();
            Seat ada = bench.telegram.person("Ada").privately();
            ada.album("/video both of them", Media.photo(PICTURE), Media.photo(PICTURE), Media.photo(PICTURE));
            assertThat(bench.telegram.updates().awaitAllConfirmed(PATIENCE)).isTrue();
            bench.restart();

            assertThat(bench.text(0).text()).isEqualTo("/video both of them");
            assertThat(bench.text(0).uploads()).hasSize(3);
            ada.says("and then");
            assertThat(bench.text(1).text()).isEqualTo("and then");
            bench.restart();
            ada.says("after all");
            assertThat(bench.heard(3)).hasSize(3);
        }
    }

    @Test
    void whatFollowsAnAlbumComesAfterIt() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.album("", Media.photo(PICTURE), Media.photo(PICTURE));
            ada.says("/video make them dance");

            assertThat(bench.text(0).uploads()).hasSize(2);
            assertThat(bench.text(1).text()).isEqualTo("/video make them dance");
        }
    }

    static IntStream crashes() {
        return IntStream.range(0, 14);
    }

    @ParameterizedTest
    @MethodSource("crashes")
    @Execution(ExecutionMode.CONCURRENT)
    void aCrashBetweenAnyTwoWritesLosesNothingAndDoesNothingTwiceThatWasMarked(int writes) {
        DyingStore store = new DyingStore(new MemoryStore());
        SlowEar ear = new SlowEar();
        ear.worksAtOnce = true;
        try (Bench bench = new Bench(folder, setup -> {
            setup.store = store;
            setup.ear = ear::over;
        })) {
            bench.awaitUp();
            await().atMost(PATIENCE).until(() -> store.get("menu-of/" + bench.telegram.token().split(":")[0] + "/administrators/de").isPresent());
            store.diesAfter(writes);
            bench.telegram.person("Ada").privately().album("/video", Media.photo(PICTURE), Media.photo(PICTURE));
            await().atMost(PATIENCE).until(() -> store.isDead() || !ear.taken.isEmpty());
            bench.platform.stop();
            store.livesAgain();
            bench.restart();
            await().atMost(PATIENCE).until(() -> !ear.taken.isEmpty());
            assertThat(bench.telegram.updates().awaitAllConfirmed(PATIENCE)).isTrue();

            int pictures = ear.taken.stream().mapToInt(one -> ((Inbound.TextInput) one).uploads().size()).sum();
            assertThat(ear.taken.getLast()).isInstanceOfSatisfying(Inbound.TextInput.class, one -> assertThat(one.uploads()).hasSize(2));
            assertThat(pictures).as("after %s writes", writes).isLessThanOrEqualTo(2 * ear.taken.size());
            await().atMost(PATIENCE).until(() -> store.scan("update/", "", 10).isEmpty());
        }
    }

    /** Takes everything in and is done with it when a test says so. */
    static final class SlowEar {
        final List<Inbound> taken = new CopyOnWriteArrayList<>();
        private final List<Runnable> open = new CopyOnWriteArrayList<>();
        volatile boolean worksAtOnce;

        ChatInbox over(ChatInbox inbox) {
            open.clear();
            return (ChatInbox) Proxy.newProxyInstance(ChatInbox.class.getClassLoader(), new Class<?>[] {ChatInbox.class}, (_, method, arguments) -> {
                if (!method.getName().equals("accept")) {
                    return method.invoke(inbox, arguments);
                }
                taken.add((Inbound) arguments[0]);
                if (worksAtOnce) {
                    ((Runnable) arguments[1]).run();
                } else {
                    open.add((Runnable) arguments[1]);
                }
                return ChatInbox.Reception.ACCEPTED;
            });
        }

        void workOff() {
            List<Runnable> all = new ArrayList<>(open);
            open.removeAll(all);
            all.forEach(Runnable::run);
        }

        List<String> texts() {
            return taken.stream().map(one -> ((Inbound.TextInput) one).text()).toList();
        }
    }

    /** Takes so many writes more, as of a process that is killed there. */
    static final class DyingStore implements KeyValueStore {
        private final KeyValueStore store;
        private int left = Integer.MAX_VALUE;

        DyingStore(KeyValueStore store) {
            this.store = store;
        }

        synchronized void diesAfter(int writes) {
            left = writes;
        }

        synchronized void livesAgain() {
            left = Integer.MAX_VALUE;
        }

        synchronized boolean isDead() {
            return left == 0;
        }

        private synchronized void write() {
            if (left == 0) {
                throw new IllegalStateException("the process is dead");
            }
            left--;
        }

        @Override
        public Optional<String> get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, String value) {
            write();
            store.put(key, value);
        }

        @Override
        public boolean putIfAbsent(String key, String value) {
            write();
            return store.putIfAbsent(key, value);
        }

        @Override
        public boolean remove(String key) {
            write();
            return store.remove(key);
        }

        @Override
        public void change(Map<String, String> values, Set<String> removed) {
            write();
            store.change(values, removed);
        }

        @Override
        public Map<String, String> scan(String prefix, String after, int limit) {
            return store.scan(prefix, after, limit);
        }
    }
}
