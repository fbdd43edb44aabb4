package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.spoolbot.providers.sandbox.ark.ArkFault;

/** Writes answers. */
final class Reply {

    static final ObjectMapper JSON = new ObjectMapper();

    private Reply() {}

    static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
    }

    static void fault(HttpExchange exchange, ArkFault fault) throws IOException {
        String requestId = UUID.randomUUID().toString().replace("-", "");
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("code", fault.code())
                .put("message", fault.message() + " Request id: " + requestId)
                .put("param", fault.param())
                .put("type", fault.type());
        exchange.getResponseHeaders().set("X-Request-Id", requestId);
        json(exchange, fault.status(), body);
    }

    static void text(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        send(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The lie that real gateways tell: the body is plain, its header says gzip. */
    static void claimGzip(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (accepted == null || !accepted.strip().equalsIgnoreCase("identity")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
