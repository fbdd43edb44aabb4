package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;

/** How Ark refuses. */
final class ArkFaults implements Faults {

    static final ArkFaults ARK = new ArkFaults();


    private static final String BAD_REQUEST = "BadRequest";

    private ArkFaults() {}

    @Override
    public Fault invalid(String param, String reason) {
        String message = "The parameter `" + param + "` specified in the request is not valid: " + reason;
        return new Fault(400, "InvalidParameter", message, param, BAD_REQUEST);
    }

    /**
     * A parameter that is needed and not there.
     *
     * @param param its name
     * @return the refusal
     */
    Fault missing(String param) {
        String message = "The request failed because it is missing `" + param + "` parameter";
        return new Fault(400, "MissingParameter", message, param, BAD_REQUEST);
    }

    /**
     * A model that does not exist.
     *
     * @param model the name that was asked for
     * @return the refusal
     */
    Fault unknownModel(String model) {
        String message = "The model or endpoint " + model + " does not exist or you do not have access to it.";
        return new Fault(404, "InvalidEndpointOrModel.NotFound", message, "", "NotFound");
    }

    @Override
    public Fault unknownTask(String id) {
        return new Fault(404, "ResourceNotFound", "The specified resource " + id + " is not found.", "id", "NotFound");
    }

    /**
     * An action that the task's state does not allow.
     *
     * @param message why
     * @return the refusal
     */
    Fault notAllowedNow(String message) {
        return new Fault(409, "InvalidAction.TaskStatus", message, "id", "Conflict");
    }

    @Override
    public Fault typical(int status) {
        return switch (status) {
            case 400 -> new Fault(400, "InvalidParameter", "A parameter specified in the request is not valid.", "", BAD_REQUEST);
            case 401 -> new Fault(
                    401, "AuthenticationError", "The API key or AK/SK in the request is missing or invalid.", "", "Unauthorized");
            case 402 -> new Fault(402, "InsufficientBalance", "The account balance is insufficient.", "", "PaymentRequired");
            case 403 -> new Fault(403, "AccountOverdueError", "The account has an overdue balance.", "", "Forbidden");
            case 404 -> new Fault(404, "ResourceNotFound", "The specified resource is not found.", "", "NotFound");
            case 429 -> new Fault(
                    429, "RateLimitExceeded.EndpointRPMExceeded", "The requests per minute limit was exceeded.", "", "TooManyRequests");
            case 503 -> new Fault(503, "ServiceUnavailable", "The service is temporarily unavailable.", "", "ServiceUnavailable");
            default -> new Fault(
                    status, "InternalServiceError", "The service encountered an unexpected internal error.", "", "InternalServerError");
        };
    }

    @Override
    public String messageFor(String code) {
        if (code.equals("model_not_found")) {
            return "no available channel for this model";
        }
        if (code.endsWith("PrivacyInformation")) {
            return "The request failed because the input image 'content[1]' may contain real person.";
        }
        if (code.endsWith("PolicyViolation")) {
            return "The request failed because the content may be related to copyright restrictions.";
        }
        if (code.contains("Sensitive") || code.contains("RiskDetection")) {
            return "The request failed because the content may contain sensitive information.";
        }
        return "The request failed with " + code + ".";
    }

    @Override
    public Fault refusal(String code) {
        return refusal(code, messageFor(code));
    }

    Fault refusal(String code, String sentence) {
        if (code.equals("model_not_found")) {
            return typical(503).withCode(code, sentence);
        }
        if (code.startsWith("PUBLIC_") || code.equals("AccountOverdueError") || code.equals("AccessDenied")) {
            return typical(403).withCode(code, sentence);
        }
        if (code.startsWith("RateLimitExceeded") || code.equals("QuotaExceeded") || code.equals("ServerOverloaded")) {
            return typical(429).withCode(code, sentence);
        }
        return typical(400).withCode(code, sentence);
    }

    @Override
    public JsonNode envelope(Fault fault, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("code", fault.code())
                .put("message", fault.message() + " Request id: " + requestId)
                .put("param", fault.param())
                .put("type", fault.type());
        return body;
    }
}
