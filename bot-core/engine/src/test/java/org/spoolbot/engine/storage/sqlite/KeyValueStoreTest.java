package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.testkit.MemoryStore;

class KeyValueStoreTest {
    @Nested
    class InMemory extends KeyValueContract {
        @Override
        KeyValueStore store() {
            return new MemoryStore();
        }

        @Override
        int mostEntries() {
            return 100_000;
        }
    }

    @Nested
    class InSqlite extends KeyValueContract {
        @TempDir
        Path home;

        private BooksFixture books;

        @Override
        KeyValueStore store() {
            books = new BooksFixture(home);
            return new SqliteKeyValueBooks(books.database, mostEntries()).of("kites");
        }

        @Override
        int mostEntries() {
            return 50;
        }

        @AfterEach
        void close() {
            books.close();
        }

        @Test
        void whatIsThereOutlivesTheServer() {
            KeyValueStore store = store();
            store.change(Map.of("a", "1", "b", "2"), Set.of());
            store.remove("a");
            books.close();

            assertThat(store().scan("", "", 10)).containsExactly(Map.entry("b", "2"));
        }

        @Test
        void onePluginSeesNothingOfAnother() {
            store().put("a", "1");
            KeyValueStore other = new SqliteKeyValueBooks(books.database).of("boats");

            assertThat(other.get("a")).isEmpty();
            assertThat(other.putIfAbsent("a", "2")).isTrue();
            assertThat(other.scan("", "", 10)).hasSize(1);
        }
    }
}
