package org.spoolbot.telegram.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
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
    private final Link link;
    private final TaskScheduler tasks;
    private final Logger log;
    private final Patience patience = new Patience();
    private final AtomicInteger places = new AtomicInteger();
    private final OkHttpClient http;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable TelegramBotsLongPollingApplication application;
    private @Nullable BotSession session;
    private int looksToSkip;
    private volatile int offset;
    private volatile boolean stopped;

    /** Asks nothing before {@link #start}. */
    public Poller(
            BotApi api, DurableInbox inbox, WebhookGuard webhooks, Link link, EventBus events, TaskScheduler tasks, Logger log) {
        this.api = api;
        this.inbox = inbox;
        this.webhooks = webhooks;
        this.link = link;
        this.tasks = tasks;
        this.log = log;
        this.http = new OkHttpClient.Builder()
                .readTimeout(Duration.ofSeconds(WAIT_SECONDS).plus(SURPLUS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(this::unlessStopped)
                .addInterceptor(new PollWatch(link, patience, events, log))
                .build();
    }

    private Response unlessStopped(Interceptor.Chain chain) throws IOException {
        if (stopped) {
            throw new IOException("the server stops");
        }
        return chain.proceed(chain.request());
    }

    @Override
    public void start() {
        tasks.start(this::look);
        tasks.every(LOOK_EVERY, this::look);
    }

    /** Opens a session where none runs: at first, and whenever the library ended one, which it tells nobody. */
    private synchronized void look() {
        if (stopped || looksToSkip-- > 0) {
            return;
        }
        looksToSkip = 0;
        BotSession running = session;
        Future<?> polling = running == null ? null : running.getRunningPolling();
        if (polling != null && !polling.isDone()) {
            return;
        }
        end();
        if (!webhooks.mayPoll() || !isOpened()) {
            looksToSkip = Math.toIntExact(patience.nextBackOffMillis() / LOOK_EVERY.toMillis());
        }
    }

    private boolean isOpened() {
        TelegramBotsLongPollingApplication opened =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, this::newThread, () -> patience);
        application = opened;
        try {
            session = opened.registerBot(api.token().reveal(), api::url, _ -> next(), this::keep);
            return true;
        } catch (TelegramApiException failure) {
            log.debug("Telegram does not take the poll: {}", failure.getClass().getSimpleName());
            end();
            return false;
        }
    }

    /**
     * The next question goes by what is kept, not by what the library saw. While nothing was heard yet it does not wait for news, so that
     * the line is known to stand at once.
     */
    private LenientGetUpdates next() {
        return new LenientGetUpdates(offset, link.isConnecting() ? 0 : WAIT_SECONDS, UpdateKinds.ALL, places);
    }

    private ScheduledExecutorService newThread() {
        ScheduledExecutorService made = TelegramThreads.poll();
        thread = made;
        return made;
    }

    /** Never throws, or the library would stop asking without a word; goes on only when everything is kept, or the server stops. */
    private void keep(List<Update> updates) {
        List<Arrival> arrivals = updates.stream()
                .filter(RawUpdate.class::isInstance)
                .map(RawUpdate.class::cast)
                .map(RawUpdate::arrival)
                .toList();
        Pause pause = new Pause(tasks);
        while (!arrivals.isEmpty()) {
            if (inbox.store(arrivals)) {
                offset = arrivals.getLast().id() + 1;
                return;
            }
            if (stopped || !pause.wasTaken()) {
                return;
            }
        }
    }

    /** Breaks off the open poll; what it would have brought comes again. */
    @Override
    public void stop() {
        stopped = true;
        http.dispatcher().cancelAll();
        end();
    }

    private synchronized void end() {
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
        http.connectionPool().evictAll();
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
            log.debug("The library did not close its sessions cleanly: {}", failure.getClass().getSimpleName());
        }
    }
}
