package org.spoolbot.telegram.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.plugin.PluginContext;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Takes updates that Telegram sends to our own HTTP server, into the same inbox as polling. */
public final class WebhookReceiver implements UpdateSource {
    private static final String PATH_KEY = "webhook/path";
    private static final String TOKEN_KEY = "webhook/token";
    private static final String ADDRESS_KEY = "webhook/address";
    private static final String TOKEN_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int SECRET_BYTES = 24;
    private static final long MAX_BODY_BYTES = 1 << 20;
    private static final int BUSY = 503;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PluginContext context;
    private final TelegramClient telegram;
    private final DurableInbox inbox;
    private final WebhookGuard guard;
    private final Link link;
    private final Logger log;
    private final String secret;
    private final String headerSecret;
    private volatile boolean set;
    private volatile boolean stopped;

    /** Sets nothing before {@link #start}. */
    public WebhookReceiver(
            PluginContext context, TelegramClient telegram, DurableInbox inbox, WebhookGuard guard, Link link, Logger log) {
        this.context = context;
        this.telegram = telegram;
        this.inbox = inbox;
        this.guard = guard;
        this.link = link;
        this.log = log;
        this.secret = secret(context, PATH_KEY);
        this.headerSecret = secret(context, TOKEN_KEY);
    }

    /** Where Telegram would send to; empty if the outside does not reach this server. */
    public static Optional<URI> address(PluginContext context) {
        return context.http().publicAddress("/" + secret(context, PATH_KEY));
    }

    /**
     * Whether a webhook is one that this server set, also under a public address that it has no longer. The secret at its end may be another
     * after data was lost; the place is still ours.
     */
    public static boolean isOurs(PluginContext context, String webhook) {
        boolean here = address(context)
                .map(URI::toString)
                .filter(address -> webhook.startsWith(address.substring(0, address.lastIndexOf('/') + 1)))
                .isPresent();
        return here || context.store().get(ADDRESS_KEY).filter(webhook::equals).isPresent();
    }

    private static String secret(PluginContext context, String key) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        context.store().putIfAbsent(key, HexFormat.of().formatHex(random));
        return context.store().get(key).orElseThrow();
    }

    @Override
    public void start() {
        context.http().route("POST", "/*", this::received);
        context.scheduler().start(this::look);
        context.scheduler().every(LOOK_EVERY, this::look);
    }

    private synchronized void look() {
        if (stopped) {
            return;
        }
        Optional<URI> address = address(context);
        if (address.isEmpty()) {
            if (link.isDown("mode: webhook needs http.public-url in config/spoolbot.yml")) {
                log.error("mode: webhook needs http.public-url in config/spoolbot.yml; mode: polling works without it.");
            }
            return;
        }
        try {
            if (set || (guard.mayReceive() && set(address.get()))) {
                judge(telegram.execute(new GetWebhookInfo()), address.get());
            }
        } catch (TelegramApiException failure) {
            Refusals.read(failure, link, log);
        }
    }

    private boolean set(URI address) throws TelegramApiException {
        context.store().put(ADDRESS_KEY, address.toString());
        telegram.execute(SetWebhook.builder()
                .url(address.toString())
                .secretToken(headerSecret)
                .allowedUpdates(UpdateKinds.ALL)
                .build());
        set = true;
        return true;
    }

    private void judge(WebhookInfo info, URI address) {
        if (!address.toString().equals(info.getUrl())) {
            set = false;
            displaced();
            return;
        }
        if (info.getPendingUpdatesCount() != null && info.getPendingUpdatesCount() > 0 && info.getLastErrorMessage() != null) {
            link.isOut("Telegram cannot deliver to http.public-url; updates that wait: " + info.getPendingUpdatesCount());
            return;
        }
        if (link.works()) {
            log.info("Telegram sends its updates to this server.");
        }
    }

    /** Who takes our webhook away has our token. */
    private void displaced() {
        if (link.isDown("another process uses this token: our webhook is gone")) {
            log.error("Another process took the bot's webhook away. End it, or give this server a bot of its own.");
            context.events().fire(new TokenConflictEvent("telegram", "another process took the bot's webhook away"));
        }
    }

    private HttpResponse received(HttpRequest request) throws HttpException, IOException {
        String path = request.path().substring(1);
        String header = request.header(TOKEN_HEADER).orElse("");
        if (!same(path, secret) || !same(header, headerSecret)) {
            throw new HttpException(404, "there is nothing here");
        }
        try (InputStream body = request.body(MAX_BODY_BYTES)) {
            JsonNode update = JSON.readTree(body);
            if (update == null || !update.path("update_id").isInt()) {
                throw new HttpException(400, "this is no update");
            }
            boolean kept = inbox.store(List.of(new Arrival(update.path("update_id").asInt(), update.toString())));
            return HttpResponse.empty(kept ? 200 : BUSY);
        } catch (JsonProcessingException notJson) {
            throw new HttpException(400, "this is no update");
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** The webhook stays: Telegram keeps what it cannot deliver for a day. */
    @Override
    public void stop() {
        stopped = true;
    }
}
