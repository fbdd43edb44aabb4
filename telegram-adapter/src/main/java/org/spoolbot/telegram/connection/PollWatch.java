package org.spoolbot.telegram.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.TokenConflictEvent;

/** Reads the state of the line from the answers to the polls, which the library keeps to itself. */
final class PollWatch implements Interceptor {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int MOST_PEEKED = 4_096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Link link;
    private final Patience patience;
    private final EventBus events;
    private final Logger log;
    private final Conflicts conflicts;

    PollWatch(Link link, Patience patience, EventBus events, Logger log) {
        this.link = link;
        this.patience = patience;
        this.events = events;
        this.log = log;
        this.conflicts = new Conflicts(link.clock());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException unreachable) {
            link.isOut("Telegram cannot be reached: " + unreachable.getClass().getSimpleName());
            throw unreachable;
        }
        read(response);
        return response;
    }

    private void read(Response response) throws IOException {
        if (response.isSuccessful()) {
            succeeded();
            return;
        }
        JsonNode answer = answer(response);
        switch (response.code()) {
            case UNAUTHORIZED, NOT_FOUND -> Refusals.tokenUnknown(link, log);
            case CONFLICT -> conflict(answer.path("description").asText(""));
            case TOO_MANY -> slowDown(answer.path("parameters").path("retry_after").asInt(1));
            default -> link.isOut("Telegram answers with status " + response.code());
        }
    }

    private void succeeded() {
        link.hears();
        if (conflicts.isOver() && link.works()) {
            log.info("Connected to Telegram.");
        }
    }

    private static JsonNode answer(Response response) throws IOException {
        try {
            JsonNode answer = JSON.readTree(response.peekBody(MOST_PEEKED).string());
            return answer == null ? JSON.createObjectNode() : answer;
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    private void slowDown(int seconds) {
        link.isOut("Telegram wants peace for " + seconds + " s");
        patience.ask(Duration.ofSeconds(seconds));
    }

    /** Texts of the real server: https://github.com/tdlib/telegram-bot-api, Client.cpp. */
    private void conflict(String description) {
        if (description.contains("webhook")) {
            another("another program has set a webhook for this bot", "another program has set a webhook");
            return;
        }
        if (!conflicts.isReal()) {
            link.isOut("a poll was broken off by another one");
            return;
        }
        another("another process uses this token", "another process asks for the bot's updates");
    }

    private void another(String state, String detail) {
        if (link.isDown(state)) {
            log.error("Telegram: {}. End it, or give this server a bot of its own.", state);
            events.fire(new TokenConflictEvent("telegram", detail));
        }
    }
}
