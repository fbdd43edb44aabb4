package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.store.KeyValueStore;

/** What plugins may count on, whatever keeps their texts. */
abstract class KeyValueContract {
    private static final String LONGEST_KEY = "k".repeat(200);
    private static final String LONGEST_VALUE = "v".repeat(1 << 20);

    /** An empty one. */
    abstract KeyValueStore store();

    /** How many entries it holds. */
    abstract int mostEntries();

    @Test
    void whatWasPutIsThereUntilItIsRemoved() {
        KeyValueStore store = store();
        store.put("a", "1");
        store.put("a", "2");

        assertThat(store.get("a")).contains("2");
        assertThat(store.remove("a")).isTrue();
        assertThat(store.remove("a")).isFalse();
        assertThat(store.get("a")).isEmpty();
    }

    @Test
    void whatIsThereIsNotOverwrittenByWhoComesLater() {
        KeyValueStore store = store();

        assertThat(store.putIfAbsent("a", "1")).isTrue();
        assertThat(store.putIfAbsent("a", "2")).isFalse();
        assertThat(store.get("a")).contains("1");
    }

    @Test
    void aChangeSetsAndRemovesTogether() {
        KeyValueStore store = store();
        store.put("old", "1");
        store.put("kept", "1");

        store.change(Map.of("new", "2", "kept", "2"), Set.of("old", "never there"));

        assertThat(store.scan("", "", 10)).containsExactly(Map.entry("kept", "2"), Map.entry("new", "2"));
    }

    @Test
    void aChangeThatIsRefusedChangesNothing() {
        KeyValueStore store = store();
        store.put("old", "1");

        assertThatThrownBy(() -> store.change(Map.of("new", "1", "", "no key"), Set.of("old"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.change(Map.of("old", "2"), Set.of("old"))).isInstanceOf(IllegalArgumentException.class);

        assertThat(store.scan("", "", 10)).containsExactly(Map.entry("old", "1"));
    }

    @Test
    void keysAndValuesHaveTheirLongest() {
        KeyValueStore store = store();
        store.put(LONGEST_KEY, LONGEST_VALUE);

        assertThat(store.get(LONGEST_KEY)).contains(LONGEST_VALUE);
        assertThatThrownBy(() -> store.put(LONGEST_KEY + "k", "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put("", "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.putIfAbsent("a", LONGEST_VALUE + "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.put("a", "ü".repeat(LONGEST_VALUE.length() / 2 + 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoreThatIsFullTakesNothingNewAndStillChangesWhatItHas() {
        KeyValueStore store = store();
        Map<String, String> all = IntStream.range(0, mostEntries()).mapToObj(Integer::toString).collect(Collectors.toMap(key -> key, _ -> ""));
        store.change(all, Set.of());

        assertThatThrownBy(() -> store.put("one more", "1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.change(Map.of("0", "changed", "one more", "1"), Set.of())).isInstanceOf(IllegalStateException.class);
        assertThat(store.get("0")).contains("");
        store.put("0", "changed");
        store.change(Map.of("one more", "1"), Set.of("1"));

        assertThat(store.get("0")).contains("changed");
        assertThat(store.get("one more")).contains("1");
    }

    @Test
    void pagesComeInTheOrderOfKeysAndBeginAfterTheLastOne() {
        KeyValueStore store = store();
        store.change(Map.of("b/2", "2", "b/1", "1", "b/3", "3", "a", "0", "b", "0", "c", "0"), Set.of());

        assertThat(store.scan("b/", "", 2)).containsExactly(Map.entry("b/1", "1"), Map.entry("b/2", "2"));
        assertThat(store.scan("b/", "b/2", 2)).containsExactly(Map.entry("b/3", "3"));
        assertThat(store.scan("b/", "b/3", 2)).isEmpty();
        assertThat(store.scan("", "", 100).keySet()).containsExactly("a", "b", "b/1", "b/2", "b/3", "c");
    }
}
