package org.spoolbot.providers.sandbox.serve;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters after the question mark.
 *
 * @param values all values of each, in their order
 */
public record Query(Map<String, List<String>> values) {
    static Query of(HttpExchange exchange) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw == null || raw.isEmpty()) {
            return new Query(values);
        }
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length > 1 ? decoded(parts[1]) : "";
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(value);
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * All values of a parameter.
     *
     * @param name its name
     * @return the values in their order, decoded
     */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The first value of a parameter.
     *
     * @param name its name
     * @param otherwise what counts if it is not there
     * @return the value
     */
    public String first(String name, String otherwise) {
        List<String> found = all(name);
        return found.isEmpty() ? otherwise : found.getFirst();
    }
}
