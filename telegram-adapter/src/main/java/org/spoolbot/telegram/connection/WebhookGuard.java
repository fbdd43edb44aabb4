package org.spoolbot.telegram.connection;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Looks whether somebody else receives the bot's updates: the library deletes any webhook without a word, also that of another program. */
public final class WebhookGuard {
    private final TelegramClient telegram;
    private final Optional<URI> ours;
    private final boolean takeOver;
    private final Link link;
    private final Logger log;

    /** Knows our own webhook, and whether a foreign one may be replaced. */
    public WebhookGuard(TelegramClient telegram, Optional<URI> ours, boolean takeOver, Link link, Logger log) {
        this.telegram = telegram;
        this.ours = ours;
        this.takeOver = takeOver;
        this.link = link;
        this.log = log;
    }

    /** Whether polling takes updates from nobody else. */
    boolean mayPoll() {
        return isFree("To use the bot here, stop the other program, or set take-over: true in plugins/telegram/config.yml.");
    }

    /** Whether setting our webhook takes updates from nobody else. */
    boolean mayReceive() {
        return isFree("To receive the updates here, set take-over: true in plugins/telegram/config.yml.");
    }

    private boolean isFree(String remedy) {
        try {
            String present = Optional.ofNullable(telegram.execute(new GetWebhookInfo()).getUrl()).orElse("");
            if (present.isEmpty() || takeOver || isOurs(present)) {
                return true;
            }
            String host = Optional.ofNullable(URI.create(present).getHost()).orElse("an unknown host");
            if (link.isDown("the bot's updates go to a webhook of another program at " + host)) {
                log.error("The bot's updates go to a webhook of another program at {}. {}", host, remedy);
            }
            return false;
        } catch (TelegramApiException failure) {
            Refusals.read(failure, link, log);
            return false;
        }
    }

    /** The secret at its end may be another after data was lost; the place is still ours. */
    private boolean isOurs(String present) {
        return ours.filter(address -> present.startsWith(parent(address))).isPresent();
    }

    private static String parent(URI address) {
        String text = address.toString();
        return text.substring(0, text.lastIndexOf('/') + 1);
    }
}
