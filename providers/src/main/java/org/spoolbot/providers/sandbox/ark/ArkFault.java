package org.spoolbot.providers.sandbox.ark;

/**
 * A refusal in Ark's words.
 *
 * @param status HTTP status
 * @param code Ark's error code
 * @param message what is wrong
 * @param param the parameter at fault, or empty
 * @param type Ark's class of errors
 */
public record ArkFault(int status, String code, String message, String param, String type) {

    private static final String BAD_REQUEST = "BadRequest";

    /**
     * A parameter with a value that is not allowed.
     *
     * @param param its name
     * @param reason what is allowed
     * @return the refusal
     */
    public static ArkFault invalid(String param, String reason) {
        String message = "The parameter `" + param + "` specified in the request is not valid: " + reason;
        return new ArkFault(400, "InvalidParameter", message, param, BAD_REQUEST);
    }

    /**
     * A parameter that is needed and not there.
     *
     * @param param its name
     * @return the refusal
     */
    public static ArkFault missing(String param) {
        String message = "The request failed because it is missing `" + param + "` parameter";
        return new ArkFault(400, "MissingParameter", message, param, BAD_REQUEST);
    }

    /**
     * A model that does not exist.
     *
     * @param model the name that was asked for
     * @return the refusal
     */
    public static ArkFault unknownModel(String model) {
        String message = "The model or endpoint " + model + " does not exist or you do not have access to it.";
        return new ArkFault(404, "InvalidEndpointOrModel.NotFound", message, "", "NotFound");
    }

    /**
     * A task that does not exist, or no longer.
     *
     * @param id its id
     * @return the refusal
     */
    public static ArkFault unknownTask(String id) {
        return new ArkFault(404, "ResourceNotFound", "The specified resource " + id + " is not found.", "id", "NotFound");
    }

    /**
     * An action that the task's state does not allow.
     *
     * @param message why
     * @return the refusal
     */
    public static ArkFault notAllowedNow(String message) {
        return new ArkFault(409, "InvalidAction.TaskStatus", message, "id", "Conflict");
    }

    /**
     * What Ark commonly says with this status.
     *
     * @param status HTTP status
     * @return the refusal
     */
    public static ArkFault typical(int status) {
        return switch (status) {
            case 400 -> new ArkFault(400, "InvalidParameter", "A parameter specified in the request is not valid.", "", BAD_REQUEST);
            case 401 -> new ArkFault(
                    401, "AuthenticationError", "The API key or AK/SK in the request is missing or invalid.", "", "Unauthorized");
            case 402 -> new ArkFault(402, "InsufficientBalance", "The account balance is insufficient.", "", "PaymentRequired");
            case 403 -> new ArkFault(403, "AccountOverdueError", "The account has an overdue balance.", "", "Forbidden");
            case 404 -> new ArkFault(404, "ResourceNotFound", "The specified resource is not found.", "", "NotFound");
            case 429 -> new ArkFault(
                    429, "RateLimitExceeded.EndpointRPMExceeded", "The requests per minute limit was exceeded.", "", "TooManyRequests");
            case 503 -> new ArkFault(503, "ServiceUnavailable", "The service is temporarily unavailable.", "", "ServiceUnavailable");
            default -> new ArkFault(
                    status, "InternalServiceError", "The service encountered an unexpected internal error.", "", "InternalServerError");
        };
    }

    /**
     * The same refusal with another code.
     *
     * @param other the code
     * @return the refusal
     */
    public ArkFault withCode(String other) {
        return new ArkFault(status, other, messageFor(other), param, type);
    }

    /**
     * The sentence that goes with a code, also for tasks that fail.
     *
     * @param code Ark's error code
     * @return the sentence
     */
    public static String messageFor(String code) {
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
}
