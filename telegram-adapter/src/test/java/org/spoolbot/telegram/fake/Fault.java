package org.spoolbot.telegram.fake;

import java.time.Duration;

/** What may go wrong with a call. */
public sealed interface Fault {
    /** The real shape of a refusal, without doing the call. */
    record Refuses(int code, String description, long retryAfter, long migratesTo) implements Fault {}

    /** An answer that is no JSON, as proxies in front of the API give it. */
    record Page(int status, String body) implements Fault {}

    /** The connection ends; nothing was done. */
    record DropsBefore() implements Fault {}

    /** The connection ends after the call was done: the bot cannot know. */
    record DropsAfter() implements Fault {}

    /** The call is done, its answer comes late. */
    record Slow(Duration pause) implements Fault {}

    static Fault tooManyRequests(int retryAfter) {
        return new Refuses(429, "Too Many Requests: retry after " + retryAfter, retryAfter, 0);
    }

    static Fault conflict() {
        return new Refuses(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", 0, 0);
    }

    static Fault unauthorized() {
        return new Refuses(401, "Unauthorized", 0, 0);
    }

    static Fault blocked() {
        return new Refuses(403, "Forbidden: bot was blocked by the user", 0, 0);
    }

    static Fault kicked() {
        return new Refuses(403, "Forbidden: bot was kicked from the supergroup chat", 0, 0);
    }

    static Fault badRequest(String what) {
        return new Refuses(400, "Bad Request: " + what, 0, 0);
    }

    static Fault notModified() {
        return badRequest(Texts.NOT_MODIFIED);
    }

    static Fault chatNotFound() {
        return badRequest(Texts.CHAT_NOT_FOUND);
    }

    static Fault migrated(long newChat) {
        return new Refuses(400, "Bad Request: group chat was upgraded to a supergroup chat", 0, newChat);
    }

    static Fault messageToEditNotFound() {
        return badRequest(Texts.EDIT_NOT_FOUND);
    }

    static Fault queryIsTooOld() {
        return badRequest(Texts.QUERY_TOO_OLD);
    }

    static Fault badGateway() {
        return new Page(502, "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>");
    }

    static Fault dropsBefore() {
        return new DropsBefore();
    }

    static Fault dropsAfter() {
        return new DropsAfter();
    }

    static Fault slow(Duration pause) {
        return new Slow(pause);
    }
}
