package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;

/**
 * How create calls and queries are refused. No document says; two layouts are likely, and a prompt chooses.
 *
 * @param bare whether a refusal is only a number and a sentence, as in the asset library
 */
record KyyFaults(boolean bare) implements Faults {

    /** The layout with an object {@code error}. */
    static final KyyFaults OBJECT = new KyyFaults(false);

    /** The layout with {@code code} and {@code msg}. */
    static final KyyFaults BARE = new KyyFaults(true);

    private static final String FACE = "Images involving faces or virtual avatars must be uploaded to the asset library for review first";
    private static final String NO_TYPE = "";

    @Override
    public Fault typical(int status) {
        return switch (status) {
            case 400 -> fault(400, "invalid_request", "The request is not valid");
            case 401 -> fault(401, "unauthorized", "Invalid API key");
            case 402 -> fault(402, "insufficient_balance", "Insufficient balance");
            case 403 -> fault(403, "permission_denied", "No permission for this resource");
            case 404 -> fault(404, "not_found", "Resource not found");
            case 429 -> fault(429, "rate_limited", "Too many requests, please try again later");
            case 503 -> fault(503, "service_unavailable", "Service temporarily unavailable");
            default -> fault(status, "server_error", "Internal server error");
        };
    }

    private Fault fault(int status, String code, String message) {
        return new Fault(status, code, message, "", bare ? NO_TYPE : "api_error");
    }

    @Override
    public Fault refusal(String code) {
        int status = switch (code) {
            case "insufficient_balance", "insufficient_user_quota" -> 402;
            case "permission_denied" -> 403;
            case "rate_limited" -> 429;
            case "model_not_found", "service_unavailable" -> 503;
            default -> 400;
        };
        return fault(status, code, messageFor(code));
    }

    @Override
    public Fault invalid(String param, String reason) {
        return new Fault(400, "invalid_request", "Invalid parameter `" + param + "`: " + reason, param, bare ? NO_TYPE : "api_error");
    }

    /** The refusal of a picture with a face that did not come out of the asset library. */
    Fault face(String param) {
        return new Fault(400, "asset_required", FACE + ": " + param, param, bare ? NO_TYPE : "api_error");
    }

    @Override
    public Fault unknownTask(String id) {
        return fault(404, "task_not_found", "Task " + id + " does not exist");
    }

    @Override
    public String messageFor(String code) {
        if (code.equals("model_not_found")) {
            return "no available channel for this model";
        }
        if (code.endsWith("PrivacyInformation") || code.equals("asset_required")) {
            return FACE;
        }
        if (code.endsWith("PolicyViolation")) {
            return "The content may be related to copyright restrictions (" + code + ")";
        }
        if (code.contains("Sensitive") || code.contains("RiskDetection") || code.equals("content_policy_violation")) {
            return "The content may contain sensitive information (" + code + ")";
        }
        return "Video generation failed: " + code;
    }

    @Override
    public JsonNode envelope(Fault fault, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (fault.type().equals(NO_TYPE)) {
            return body.put("code", fault.status()).put("msg", fault.message()).putNull("data");
        }
        body.putObject("error").put("message", fault.message()).put("type", fault.type()).put("code", fault.code());
        return body;
    }
}
