package org.spoolbot.telegram.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

class ShelfTest {
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(100, Duration.ofDays(2));

    private final SettableClock clock = SettableClock.atTen();
    private final MemoryStore store = new MemoryStore();
    private final Shelf shelf = new Shelf(store, "x/", BOUNDS, clock);

    @Test
    void itNeverHoldsMuchMoreThanItMayAndTheNewestStay() {
        store.put("y/other", "stays");
        for (int number = 0; number < 1_000; number++) {
            shelf.put("key" + number, "text " + number);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(store.scan("x/", "", 1_000)).hasSizeLessThanOrEqualTo(110);
        assertThat(shelf.get("key999")).contains("text 999");
        assertThat(shelf.get("key0")).isEmpty();
        assertThat(store.get("y/other")).contains("stays");
    }

    @Test
    void whatIsTooOldOrCannotBeReadGoes() {
        shelf.put("old", "text");
        store.put("x/odd", "no time");
        clock.advance(Duration.ofDays(3));
        shelf.put("new", "text");

        shelf.tidy();

        assertThat(store.scan("x/", "", 10)).containsOnlyKeys("x/new");
    }

    @Test
    void aStoreThatDoesNotWorkCostsNotesAndNothingElse() {
        KeyValueStore broken = (KeyValueStore) Proxy.newProxyInstance(
                KeyValueStore.class.getClassLoader(), new Class<?>[] {KeyValueStore.class}, (_, _, _) -> {
                    throw new IllegalStateException("the disk is full");
                });
        Shelf lame = new Shelf(broken, "x/", BOUNDS, clock);

        assertThatCode(() -> {
            lame.put("key", "text");
            lame.remove("key");
        }).doesNotThrowAnyException();
        assertThat(lame.get("key")).isEmpty();
    }
}
