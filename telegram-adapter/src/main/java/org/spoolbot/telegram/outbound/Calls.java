package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Carries out calls to one chat: at their turn, once more where Telegram surely did not do it, and to where the chat is now. */
final class Calls {
    /** A longer pause is the caller's to plan with. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 3;

    private final Flood flood;
    private final Chats chats;

    Calls(Flood flood, Chats chats) {
        this.flood = flood;
        this.chats = chats;
    }

    /** Something to do in a chat. */
    @FunctionalInterface
    interface Call<T> {
        T in(long chat) throws TelegramApiException;
    }

    /** How it ended. */
    sealed interface Outcome<T> {
        /** Done. */
        record Done<T>(T answer, long chat) implements Outcome<T> {}

        /** Not done, or nobody knows. */
        record Failed<T>(Failure failure) implements Outcome<T> {}
    }

    /** When it is its turn. */
    <T> Outcome<T> queued(String channel, Call<T> call) {
        try {
            long chat = chats.current(channel);
            Optional<Duration> tooLong = flood.awaitTurn(chat);
            return tooLong.<Outcome<T>>map(wait -> new Outcome.Failed<>(new Failure.SlowDown(wait))).orElseGet(() -> tried(chat, call, 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed<>(new Failure.NotSent("the server stops"));
        }
    }

    /** Now, or not at all. */
    <T> Outcome<T> ifThereIsRoom(String channel, Duration otherwise, Call<T> call) {
        long chat = chats.current(channel);
        return flood.hasRoom(chat) ? tried(chat, call, MOST_TRIES) : new Outcome.Failed<>(new Failure.SlowDown(otherwise));
    }

    private <T> Outcome<T> tried(long chat, Call<T> call, int count) {
        try {
            return new Outcome.Done<>(call.in(chat), chat);
        } catch (TelegramApiException thrown) {
            return after(chat, call, count, Failure.of(thrown));
        }
    }

    private <T> Outcome<T> after(long chat, Call<T> call, int count, Failure failure) {
        if (failure instanceof Failure.Moved(long to) && count < MOST_TRIES) {
            chats.moved(chat, to);
            return tried(to, call, count + 1);
        }
        if (!(failure instanceof Failure.SlowDown(Duration pause))) {
            return new Outcome.Failed<>(failure);
        }
        flood.refused(chat, pause);
        boolean again = pause.compareTo(SHORT_PAUSE) <= 0 && count < MOST_TRIES;
        return again && waited(chat) ? tried(chat, call, count + 1) : new Outcome.Failed<>(failure);
    }

    private boolean waited(long chat) {
        try {
            return flood.awaitTurn(chat).isEmpty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
