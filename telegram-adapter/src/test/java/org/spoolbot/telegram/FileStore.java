package org.spoolbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.testkit.MemoryStore;

/** A key-value store that outlives its process: every change is a line of a file, and is whole or not there. Thread-safe. */
final class FileStore implements KeyValueStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MemoryStore entries = new MemoryStore();
    private final Path file;

    FileStore(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readString(file).lines().forEach(this::replay);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The last line may be cut off: then that change never was. */
    private void replay(String line) {
        try {
            for (JsonNode change : JSON.readTree(line)) {
                if (change.has("value")) {
                    entries.put(change.path("key").asText(), change.path("value").asText());
                } else {
                    entries.remove(change.path("key").asText());
                }
            }
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    private void write(ArrayNode changes) {
        try {
            Files.write(file, (changes + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public Optional<String> get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, String value) {
        change(Map.of(key, value), Set.of());
    }

    @Override
    public synchronized boolean putIfAbsent(String key, String value) {
        boolean absent = entries.get(key).isEmpty();
        if (absent) {
            put(key, value);
        }
        return absent;
    }

    @Override
    public synchronized boolean remove(String key) {
        boolean there = entries.get(key).isPresent();
        change(Map.of(), Set.of(key));
        return there;
    }

    @Override
    public synchronized void change(Map<String, String> values, Set<String> removed) {
        ArrayNode changes = JSON.createArrayNode();
        removed.forEach(key -> changes.addObject().put("key", key));
        values.forEach((key, value) -> changes.addObject().put("key", key).put("value", value));
        write(changes);
        entries.change(values, removed);
    }

    @Override
    public Map<String, String> scan(String prefix, String after, int limit) {
        return entries.scan(prefix, after, limit);
    }
}
