package org.spoolbot.telegram.connection;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Looks whether somebody else receives the bot's updates: the library deletes any webhook without a word, also that of another program. */
public final class WebhookGuard {
    private final TelegramClient telegram;
    private final Predicate<String> ours;
    private final boolean takeOver;
    private final Link link;
    private final Logger log;

    /** Knows our own webhook, and whether a foreign one may be replaced. */
    public WebhookGuard(TelegramClient telegram, Predicate<String> ours, boolean takeOver, Link link, Logger log) {
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
            if (present.isEmpty() || takeOver || ours.test(present)) {
                return true;
            }
            String host = host(present);
            if (link.isDown("the bot's updates go to a webhook of another program at " + host)) {
                log.error("The bot's updates go to a webhook of another program at {}. {}", host, remedy);
            }
            return false;
        } catch (TelegramApiException failure) {
            Refusals.read(failure, link, log);
            return false;
        }
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost()).orElse("an unknown host");
        } catch (IllegalArgumentException senseless) {
            return "an unknown host";
        }
    }
}
