package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;

/**
 * How EvoLink refuses. Its pages show two flavours: codes that are words, and codes that repeat the status as a number.
 *
 * @param numeric whether codes are numbers
 */
record EvolinkFaults(boolean numeric) implements Faults {

    /** Codes are words. */
    static final EvolinkFaults WORDS = new EvolinkFaults(false);

    /** Codes are numbers. */
    static final EvolinkFaults NUMBERS = new EvolinkFaults(true);

    @Override
    public Fault typical(int status) {
        return switch (status) {
            case 400 -> fault(400, "invalid_parameters", "The request parameters are invalid");
            case 401 -> fault(401, "unauthorized", "Invalid or expired token");
            case 402 -> fault(402, "quota_exceeded", "Insufficient quota. Please top up your account");
            case 403 -> fault(403, "permission_denied", "You do not have permission to access this resource");
            case 404 -> fault(404, "resource_not_found", "The requested resource does not exist");
            case 413 -> fault(413, "request_too_large", "The request body is too large");
            case 429 -> fault(429, "rate_limit_exceeded", "Too many requests, please try again later");
            case 502 -> fault(502, "upstream_error", "The upstream service failed");
            case 503 -> fault(503, "service_unavailable", "The service is temporarily unavailable");
            default -> fault(status, "internal_error", "Internal server error");
        };
    }

    private Fault fault(int status, String code, String message) {
        return new Fault(status, numeric ? String.valueOf(status) : code, message, "", numeric ? numericType(status) : wordType(status));
    }

    private static String wordType(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "insufficient_quota";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 429 -> "evo_api_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }

    private static String numericType(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "insufficient_quota_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large_error";
            case 429 -> "rate_limit_error";
            case 502 -> "upstream_error";
            case 503 -> "service_unavailable_error";
            default -> status >= 500 ? "internal_server_error" : "invalid_request_error";
        };
    }

    @Override
    public Fault refusal(String code) {
        int status = switch (code) {
            case "unauthorized" -> 401;
            case "quota_exceeded", "insufficient_quota" -> 402;
            case "permission_denied" -> 403;
            case "resource_not_found", "model_not_found", "task_not_found" -> 404;
            case "rate_limit_exceeded", "resource_exhausted" -> 429;
            case "upstream_error" -> 502;
            case "service_unavailable", "model_unavailable" -> 503;
            case "internal_error", "service_error" -> 500;
            default -> 400;
        };
        return fault(status, code, messageFor(code));
    }

    @Override
    public Fault invalid(String param, String reason) {
        Fault fault = fault(400, "invalid_parameters", "Invalid parameter `" + param + "`: " + reason);
        return new Fault(fault.status(), fault.code(), fault.message(), param, fault.type());
    }

    /** The refusal of a picture with a realistic face. */
    Fault face(String param) {
        Fault fault = fault(400, "content_policy_violation", "Human face detected in " + param + ". Realistic human faces are not supported.");
        return new Fault(fault.status(), fault.code(), fault.message(), param, fault.type());
    }

    /** The refusal of an id that no task can have. */
    Fault invalidTaskId() {
        return fault(400, "invalid_task_id", "Invalid task ID format");
    }

    @Override
    public Fault unknownTask(String id) {
        return fault(404, "task_not_found", "Task not found");
    }

    @Override
    public String messageFor(String code) {
        return switch (code) {
            case "content_policy_violation" ->
                "The content violates our content policy: realistic human faces, protected works or unsafe content.";
            case "invalid_parameters" -> "A parameter is not supported by the model.";
            case "image_processing_error" -> "The input image could not be processed.";
            case "image_dimension_mismatch" -> "The input image does not match the requested aspect ratio.";
            case "request_cancelled" -> "The request was cancelled.";
            case "generation_failed_no_content" -> "The model produced no output.";
            case "generation_timeout" -> "The generation timed out.";
            case "quota_exceeded" -> "The account's quota is exceeded.";
            case "resource_exhausted" -> "Resources are temporarily exhausted.";
            case "resource_not_found" -> "The resource does not exist.";
            case "service_error", "service_unavailable" -> "The service is temporarily unavailable.";
            default -> "An unknown error occurred (" + code + ").";
        };
    }

    @Override
    public JsonNode envelope(Fault fault, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        if (fault.code().equals(String.valueOf(fault.status()))) {
            error.put("code", fault.status());
        } else {
            error.put("code", fault.code());
        }
        error.put("message", fault.message()).put("type", fault.type());
        if (!fault.param().isEmpty()) {
            error.put("param", fault.param());
        }
        return body;
    }
}
