package org.spoolbot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.testkit.MemoryStore;

/** A key-value store that outlives its process: every change is a line of a file. Thread-safe. */
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
            JsonNode change = JSON.readTree(line);
            if (change.has("value")) {
                entries.put(change.path("key").asText(), change.path("value").asText());
            } else {
                entries.remove(change.path("key").asText());
            }
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    private void write(ObjectNode change) {
        try {
            Files.write(file, (change + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public Optional<String> get(String key) {
        return entries.get(key);
    }

    @Override
    public synchronized void put(String key, String value) {
        write(JSON.createObjectNode().put("key", key).put("value", value));
        entries.put(key, value);
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
        write(JSON.createObjectNode().put("key", key));
        return entries.remove(key);
    }

    @Override
    public Map<String, String> scan(String prefix, String after, int limit) {
        return entries.scan(prefix, after, limit);
    }
}
