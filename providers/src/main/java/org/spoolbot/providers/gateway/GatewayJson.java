package org.spoolbot.providers.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;

/** Gateways' JSON, read leniently: numbers may be texts, errors have many shapes, and a page of HTML is no answer. Thread-safe. */
public final class GatewayJson {
    private static final int DEEPEST = 3;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** An empty object. */
    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** The object in a text; empty if it is none. */
    public Optional<JsonNode> read(String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** A whole number that may stand there as a text. */
    public static OptionalLong number(JsonNode node) {
        String text = node.asText("");
        return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The address of a clip. */
    public static URI address(String text) throws ProviderException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException fault) {
            throw new ProviderException(ErrorKind.PROTOCOL, "the clip's address cannot be read");
        }
    }

    /** The error in an answer: an object or a text under {@code error}, or flat {@code code} with {@code message} or {@code msg}. */
    public GatewayFault fault(JsonNode body) {
        return fault(body, DEEPEST);
    }

    /** An error that stands in fields of another name; a message that is JSON itself is looked into. */
    public GatewayFault fault(String code, String message) {
        return unwrapped(code, message, DEEPEST);
    }

    private GatewayFault fault(JsonNode body, int deep) {
        JsonNode error = body.path("error");
        if (error.isObject()) {
            return unwrapped(error.path("code").asText(""), text(error, "message", "msg"), deep).about(error.path("param").asText(""));
        }
        if (error.isTextual()) {
            return unwrapped(body.path("code").asText(""), error.asText(), deep);
        }
        return unwrapped(body.path("code").asText(""), text(body, "message", "msg"), deep);
    }

    /** Relays put the gateway's own JSON as a text into their message. */
    private GatewayFault unwrapped(String code, String message, int deep) {
        Optional<JsonNode> inner = deep > 0 && message.startsWith("{") ? read(message) : Optional.empty();
        return inner.map(node -> fault(node, deep - 1))
                .filter(found -> !found.equals(GatewayFault.NONE))
                .orElseGet(() -> new GatewayFault(code, message));
    }

    private static String text(JsonNode node, String name, String otherName) {
        String text = node.path(name).asText("");
        return text.isEmpty() ? node.path(otherName).asText("") : text;
    }
}
