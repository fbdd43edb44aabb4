package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal with its code from https://discord.com/developers/docs/topics/opcodes-and-status-codes#json. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final int code;

    ApiError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ApiError notFound() {
        return new ApiError(404, 0, "404: Not Found");
    }

    static ApiError unauthorized() {
        return new ApiError(401, 0, "401: Unauthorized");
    }

    static ApiError unknownChannel() {
        return new ApiError(404, 10003, "Unknown Channel");
    }

    static ApiError unknownGuild() {
        return new ApiError(404, 10004, "Unknown Guild");
    }

    static ApiError unknownMember() {
        return new ApiError(404, 10007, "Unknown Member");
    }

    static ApiError unknownMessage() {
        return new ApiError(404, 10008, "Unknown Message");
    }

    static ApiError unknownUser() {
        return new ApiError(404, 10013, "Unknown User");
    }

    static ApiError unknownWebhook() {
        return new ApiError(404, 10015, "Unknown Webhook");
    }

    static ApiError unknownInteraction() {
        return new ApiError(404, 10062, "Unknown interaction");
    }

    static ApiError unknownCommand() {
        return new ApiError(404, 10063, "Unknown application command");
    }

    /** "There was an error sending the file because it was too large": comes with status 413. */
    static ApiError tooLarge() {
        return new ApiError(413, 40005, "Request entity too large");
    }

    static ApiError alreadyAcknowledged() {
        return new ApiError(400, 40060, "Interaction has already been acknowledged.");
    }

    static ApiError missingAccess() {
        return new ApiError(403, 50001, "Missing Access");
    }

    static ApiError notYourMessage() {
        return new ApiError(403, 50005, "Cannot edit a message authored by another user");
    }

    static ApiError emptyMessage() {
        return new ApiError(400, 50006, "Cannot send an empty message");
    }

    static ApiError closedToMessages() {
        return new ApiError(403, 50007, "Cannot send messages to this user");
    }

    static ApiError missingPermissions() {
        return new ApiError(403, 50013, "Missing Permissions");
    }

    static ApiError deadToken() {
        return new ApiError(401, 50027, "Invalid Webhook Token");
    }

    /** The documentation names no field here either; the text says which rule it was. */
    static ApiError invalidForm(String rule) {
        return new ApiError(400, 50035, "Invalid Form Body: " + rule);
    }

    /** Fails with a 50035 unless the rule holds. */
    static void require(boolean holds, String rule) {
        if (!holds) {
            throw invalidForm(rule);
        }
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return Json.object().put("message", getMessage()).put("code", code);
    }
}
