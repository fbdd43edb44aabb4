package org.spoolbot.telegram.bare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** TelegramBots and nothing else: says back what it is told. Argument: the address of the Bot API; the token is in TELEGRAM_TOKEN. */
public final class BareBot {
    private static final int MOST_UPDATES = 100;
    private static final int POLL_SECONDS = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpTelegramClient telegram;

    private BareBot(OkHttpTelegramClient telegram) {
        this.telegram = telegram;
    }

    private void consume(List<Update> updates) {
        updates.stream().filter(update -> update.hasMessage() && update.getMessage().hasText()).forEach(update -> threads.execute(() -> echo(update)));
    }

    private void echo(Update update) {
        try {
            telegram.execute(new SendMessage(update.getMessage().getChatId().toString(), update.getMessage().getText()));
        } catch (TelegramApiException failed) {
            System.out.println("not said: " + failed.getMessage());
        }
    }

    /** Polls, says "ready" and stays. */
    public static void main(String[] arguments) throws Exception {
        URI api = URI.create(arguments[0]);
        String token = System.getenv("TELEGRAM_TOKEN");
        TelegramUrl url = TelegramUrl.builder().schema(api.getScheme()).host(api.getHost()).port(api.getPort()).build();
        OkHttpClient http = new OkHttpClient.Builder().dispatcher(manyAtOnce()).readTimeout(java.time.Duration.ofSeconds(75)).build();
        ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();
        BareBot bot = new BareBot(new OkHttpTelegramClient(http, token, url));
        try (TelegramBotsLongPollingApplication application =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> poller, ExponentialBackOff::new)) {
            application.registerBot(
                    token,
                    () -> url,
                    last -> GetUpdates.builder().offset(last + 1).limit(MOST_UPDATES).timeout(POLL_SECONDS).build(),
                    bot::consume);
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    /** The usual five calls to one host would be measured instead of the library. */
    private static Dispatcher manyAtOnce() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(64);
        dispatcher.setMaxRequestsPerHost(64);
        return dispatcher;
    }
}
