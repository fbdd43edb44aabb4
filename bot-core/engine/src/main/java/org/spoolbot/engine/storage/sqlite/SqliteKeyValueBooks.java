package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.engine.store.KeyValueBooks;

/** The plugins' texts in SQLite. */
public final class SqliteKeyValueBooks implements KeyValueBooks {
    private final Database database;
    private final int maxEntries;

    @Inject
    SqliteKeyValueBooks(Database database) {
        this(database, 100_000);
    }

    SqliteKeyValueBooks(Database database, int maxEntries) {
        this.database = database;
        this.maxEntries = maxEntries;
    }

    @Override
    public KeyValueStore of(String pluginId) {
        return new Store(database, pluginId, maxEntries);
    }

    private record Store(Database database, String plugin, int maxEntries) implements KeyValueStore {
        private static final int MAX_KEY = 200;
        private static final int MAX_VALUE_BYTES = 1024 * 1024;
        private static final int MAX_SCAN = 10_000;
        private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

        @Override
        public Optional<String> get(String key) {
            return database.readers().read(session -> session.first(
                    "SELECT value FROM key_value WHERE plugin = ? AND name = ?", row -> row.getString(1), plugin, key));
        }

        @Override
        public void put(String key, String value) {
            check(key, value);
            database.writer().write(transaction -> set(transaction.session(), key, value));
        }

        @Override
        public boolean putIfAbsent(String key, String value) {
            check(key, value);
            return database.writer().write(transaction -> insert(transaction.session(), key, value));
        }

        @Override
        public boolean remove(String key) {
            return database.writer().write(transaction -> delete(transaction.session(), key));
        }

        @Override
        public void change(Map<String, String> values, Set<String> removed) {
            values.forEach(Store::check);
            if (!Collections.disjoint(values.keySet(), removed)) {
                throw new IllegalArgumentException("a key cannot be set and removed at once");
            }
            database.writer().write(transaction -> {
                for (String key : removed) {
                    delete(transaction.session(), key);
                }
                for (Map.Entry<String, String> entry : values.entrySet()) {
                    set(transaction.session(), entry.getKey(), entry.getValue());
                }
                return true;
            });
        }

        @Override
        public Map<String, String> scan(String prefix, String after, int limit) {
            Map<String, String> entries = new LinkedHashMap<>();
            database.readers().read(session -> session.list(
                    "SELECT name, value FROM key_value WHERE plugin = ? AND name >= ? AND name > ? AND name <= ?"
                            + " ORDER BY name LIMIT ?",
                    row -> entries.put(row.getString(1), row.getString(2)),
                    plugin,
                    prefix,
                    after,
                    prefix + LAST_CHARACTER,
                    Math.min(limit, MAX_SCAN)));
            return entries;
        }

        private boolean set(Session session, String key, String value) throws SQLException {
            return insert(session, key, value)
                    || session.update("UPDATE key_value SET value = ? WHERE plugin = ? AND name = ?", value, plugin, key) == 1;
        }

        private boolean delete(Session session, String key) throws SQLException {
            boolean removed = session.update("DELETE FROM key_value WHERE plugin = ? AND name = ?", plugin, key) == 1;
            if (removed) {
                session.update("UPDATE key_value_count SET entries = entries - 1 WHERE plugin = ?", plugin);
            }
            return removed;
        }

        private boolean insert(Session session, String key, String value) throws SQLException {
            int added = session.update(
                    "INSERT OR IGNORE INTO key_value (plugin, name, value) VALUES (?, ?, ?)", plugin, key, value);
            if (added == 0) {
                return false;
            }
            session.update(
                    "INSERT INTO key_value_count (plugin, entries) VALUES (?, 1) ON CONFLICT (plugin)"
                            + " DO UPDATE SET entries = entries + 1",
                    plugin);
            if (session.number("SELECT entries FROM key_value_count WHERE plugin = ?", plugin) > maxEntries) {
                throw new IllegalStateException("plugin " + plugin + " holds " + maxEntries + " entries; it can hold no more");
            }
            return true;
        }

        private static void check(String key, String value) {
            if (key.isEmpty() || key.length() > MAX_KEY) {
                throw new IllegalArgumentException("a key has 1 to " + MAX_KEY + " characters");
            }
            if (value.length() > MAX_VALUE_BYTES || value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
                throw new IllegalArgumentException("a value has at most " + MAX_VALUE_BYTES + " bytes");
            }
        }
    }
}
