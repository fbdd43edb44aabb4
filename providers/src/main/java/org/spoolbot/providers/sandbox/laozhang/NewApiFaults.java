package org.spoolbot.providers.sandbox.laozhang;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;

/** How a new-api gateway refuses: its front door in one envelope, its task routes in another, and upstream's words inside a text. */
final class NewApiFaults implements Faults {

    private static final String DOOR = "new_api_error";
    private static final String TASK = "";
    private static final Set<String> QUOTA = Set.of("insufficient_user_quota", "pre_consume_token_quota_failed");

    @Override
    public Fault typical(int status) {
        return switch (status) {
            case 400 -> new Fault(400, "invalid_request", "The request is not valid.", "", TASK);
            case 401 -> new Fault(401, "invalid_token", "Invalid token.", "", DOOR);
            case 402, 403 -> new Fault(status, "insufficient_user_quota", "The user's quota is not enough.", "", DOOR);
            case 404 -> new Fault(404, "", "Invalid URL", "", "invalid_request_error");
            case 405 -> new Fault(405, "", "Method not allowed", "", "invalid_request_error");
            case 429 -> new Fault(429, "rate_limit_exceeded", "Too many requests, try again later.", "", DOOR);
            case 503 -> new Fault(503, "model_not_found", messageFor("model_not_found"), "", DOOR);
            default -> new Fault(status, "do_request_failed", "The upstream could not be asked.", "", TASK);
        };
    }

    @Override
    public Fault refusal(String code) {
        String message = messageFor(code);
        if (code.equals("model_not_found")) {
            return typical(503);
        }
        if (QUOTA.contains(code)) {
            return new Fault(403, code, message, "", DOOR);
        }
        if (code.equals("sensitive_words_detected")) {
            return new Fault(400, code, message, "", DOOR);
        }
        if (code.equals("token_concurrency_limit_reached")) {
            return new Fault(429, code, message, "", DOOR);
        }
        return fromUpstream(code, message);
    }

    Fault fromUpstream(String code, String message) {
        return new Fault(400, "fail_to_fetch_task", upstream(code, message), "", TASK);
    }

    /** What came from upstream is handed on as a text. */
    private static String upstream(String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message).put("param", "").put("type", "BadRequest");
        return body.toString();
    }

    @Override
    public Fault invalid(String param, String reason) {
        return new Fault(400, "invalid_request", "The parameter `" + param + "` is not valid: " + reason, param, TASK);
    }

    Fault missing(String param) {
        return new Fault(400, "invalid_request", param + " is required", param, TASK);
    }

    @Override
    public Fault unknownTask(String id) {
        return new Fault(400, "task_not_exist", "task_not_exist", "", TASK);
    }

    @Override
    public String messageFor(String code) {
        if (code.equals("GENERATION_FAILED")) {
            return "Video generation failed";
        }
        if (code.equals("model_not_found")) {
            return "No available channel for this model under the group of this token";
        }
        if (code.endsWith("PrivacyInformation")) {
            return "The request failed because the input image 'content[1]' may contain real person.";
        }
        if (code.endsWith("PolicyViolation")) {
            return "The request failed because the content may be related to copyright restrictions.";
        }
        if (code.contains("Sensitive") || code.contains("sensitive") || code.contains("RiskDetection")) {
            return "The request failed because the content may contain sensitive information.";
        }
        return "The request failed with " + code + ".";
    }

    @Override
    public JsonNode envelope(Fault fault, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (fault.type().equals(TASK)) {
            return body.put("code", fault.code()).put("message", fault.message()).putNull("data");
        }
        body.putObject("error")
                .put("message", fault.message() + " (request id: " + requestId + ")")
                .put("type", fault.type())
                .put("param", fault.param())
                .put("code", fault.code());
        return body;
    }
}
