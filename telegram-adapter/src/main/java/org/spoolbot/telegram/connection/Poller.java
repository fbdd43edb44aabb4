package org.spoolbot.telegram.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Asks Telegram for updates, again whenever the library gave up. What came is confirmed by the next poll, so it is kept before. */
public final class Poller implements UpdateSource {
    /** Clamped by Telegram to 50 (https://github.com/tdlib/telegram-bot-api, Client.cpp). */
    static final int WAIT_SECONDS = 50;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SURPLUS = Duration.ofSeconds(15);

    private final BotApi api;
    private final DurableInbox inbox;
    private final WebhookGuard webhooks;
    private final TaskScheduler tasks;
    private final Logger log;
    private final Patience patience = new Patience();
    private final OkHttpClient http;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable TelegramBotsLongPollingApplication application;
    private @Nullable BotSession session;
    private int looksToSkip;
    private boolean stopped;

    /** Asks nothing before {@link #start}. */
    public Poller(
            BotApi api, DurableInbox inbox, WebhookGuard webhooks, Link link, EventBus events, TaskScheduler tasks, Logger log) {
        this.api = api;
        this.inbox = inbox;
        this.webhooks = webhooks;
        this.tasks = tasks;
        this.log = log;
        this.http = new OkHttpClient.Builder()
                .readTimeout(Duration.ofSeconds(WAIT_SECONDS).plus(SURPLUS))
                .retryOnConnectionFailure(false)
                .addInterceptor(new PollWatch(link, patience, events, log))
                .build();
    }

    @Override
    public void start() {
        tasks.every(LOOK_EVERY, this::look);
    }

    /** Opens a session where none runs: at first, and whenever the library ended one, which it tells nobody. */
    private synchronized void look() {
        if (stopped || looksToSkip-- > 0) {
            return;
        }
        BotSession running = session;
        Future<?> polling = running == null ? null : running.getRunningPolling();
        if (polling != null && !polling.isDone()) {
            looksToSkip = 0;
            return;
        }
        end();
        if (!webhooks.mayPoll() || !open()) {
            looksToSkip = Math.toIntExact(patience.nextBackOffMillis() / LOOK_EVERY.toMillis());
        }
    }

    private boolean open() {
        TelegramBotsLongPollingApplication opened =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, this::newThread, () -> patience);
        application = opened;
        try {
            session = opened.registerBot(
                    api.token().reveal(),
                    api::url,
                    last -> new LenientGetUpdates(last + 1, WAIT_SECONDS, UpdateKinds.ALL),
                    this::keep);
            return true;
        } catch (TelegramApiException failure) {
            log.debug("Telegram does not take the poll: {}", failure.getClass().getSimpleName());
            end();
            return false;
        }
    }

    private ScheduledExecutorService newThread() {
        ScheduledExecutorService made = TelegramThreads.poll();
        thread = made;
        return made;
    }

    /** Never throws, or the library would stop asking without a word; returns only when everything is kept. */
    private void keep(List<Update> updates) {
        List<Arrival> arrivals = updates.stream()
                .filter(RawUpdate.class::isInstance)
                .map(RawUpdate.class::cast)
                .map(RawUpdate::arrival)
                .toList();
        Pause pause = new Pause(tasks);
        while (!inbox.store(arrivals) && pause.wasTaken()) {
            log.debug("The same updates are tried again");
        }
    }

    /** Breaks off the open poll; what it would have brought comes again. */
    @Override
    public synchronized void stop() {
        stopped = true;
        end();
    }

    private void end() {
        BotSession old = session;
        session = null;
        TelegramBotsLongPollingApplication running = application;
        application = null;
        if (old != null) {
            old.stop();
        }
        if (running != null) {
            close(running);
        }
        http.dispatcher().cancelAll();
        ScheduledExecutorService ended = thread;
        thread = null;
        if (ended != null) {
            ended.shutdownNow();
        }
    }

    private void close(TelegramBotsLongPollingApplication running) {
        try {
            running.close();
        } catch (Exception failure) {
            log.debug("The library did not close its sessions cleanly", failure);
        }
    }
}
