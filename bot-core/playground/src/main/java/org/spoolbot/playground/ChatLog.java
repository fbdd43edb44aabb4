package org.spoolbot.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.store.KeyValueStore;

/**
 * The messages of all chats, durable: a message stands here before anybody sees it, and one nonce stands for one message, also across
 * a crash. Keys: {@code m/CHAT/ID} the message, {@code n/CHAT/NONCE} the id a nonce belongs to.
 */
final class ChatLog {
    private static final int PAGE = 500;

    private final KeyValueStore store;
    private final JsonMapper json;
    private final int keep;

    ChatLog(KeyValueStore store, JsonMapper json, int keep) {
        this.store = store;
        this.json = json;
        this.keep = keep;
    }

    /** The id that stands for the nonce: the given one, or an earlier one. */
    String claim(String chat, String nonce, String id) {
        String key = "n/" + chat + "/" + nonce;
        return store.putIfAbsent(key, id) ? id : store.get(key).orElse(id);
    }

    void put(String chat, String id, ObjectNode message) {
        store.put(key(chat, id), message.toString());
    }

    Optional<JsonNode> get(String chat, String id) {
        return store.get(key(chat, id)).map(this::parsed);
    }

    boolean remove(String chat, String id) {
        return store.remove(key(chat, id));
    }

    /** The kept messages of a chat, oldest first; older ones are removed on the way. */
    List<JsonNode> messages(String chat) {
        List<String> keys = new ArrayList<>();
        List<JsonNode> messages = new ArrayList<>();
        String after = "";
        for (Map<String, String> page = scan(chat, after); !page.isEmpty(); page = scan(chat, after)) {
            for (Map.Entry<String, String> entry : page.entrySet()) {
                keys.add(entry.getKey());
                messages.add(parsed(entry.getValue()));
                after = entry.getKey();
            }
        }
        int surplus = Math.max(0, keys.size() - keep);
        keys.subList(0, surplus).forEach(this::forget);
        return messages.subList(surplus, messages.size());
    }

    private void forget(String key) {
        store.get(key).map(this::parsed).map(message -> message.path("nonce").asText("")).filter(nonce -> !nonce.isEmpty())
                .ifPresent(nonce -> store.remove("n/" + key.substring(2, key.lastIndexOf('/')) + "/" + nonce));
        store.remove(key);
    }

    private Map<String, String> scan(String chat, String after) {
        return store.scan("m/" + chat + "/", after, PAGE);
    }

    private static String key(String chat, String id) {
        return "m/" + chat + "/" + id;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            return json.createObjectNode();
        }
    }
}
