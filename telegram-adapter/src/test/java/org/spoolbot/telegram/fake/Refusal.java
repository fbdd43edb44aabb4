package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer with {@code ok: false}. Its code is the HTTP status as well (server: Query.cpp). */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode parameters;

    Refusal(int code, String description, ObjectNode parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what, Json.object());
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden: " + what, Json.object());
    }

    static Refusal conflict(String what) {
        return new Refusal(409, "Conflict: " + what, Json.object());
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", Json.object());
    }

    static Refusal notFound() {
        return new Refusal(404, "Not Found", Json.object());
    }

    static Refusal tooManyRequests(int retryAfter) {
        return new Refusal(429, "Too Many Requests: retry after " + retryAfter, Json.object().put("retry_after", retryAfter));
    }

    static Refusal migrated(long newChat) {
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", Json.object().put("migrate_to_chat_id", newChat));
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    ObjectNode json() {
        ObjectNode answer = Json.object().put("ok", false).put("error_code", code).put("description", description());
        if (!parameters.isEmpty()) {
            answer.set("parameters", parameters);
        }
        return answer;
    }
}
