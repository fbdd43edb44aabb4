package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Carries out calls to one chat: at their turn, once more where Telegram surely did not do it, and to where the chat is now. */
final class Calls {
    /** A longer pause is the caller's to plan with. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 3;
    private static final Failure STOPPED = new Failure.NotSent("the server stops");

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

    /** How a call waits for its turn. */
    private interface Line {
        Flood.Turn await(long chat) throws InterruptedException;
    }

    /** When it is its turn, in the chat or in the one that took its place. */
    <T> Outcome<T> queued(String channel, Call<T> call) {
        return chats.current(channel)
                .map(chat -> inLine(chat, call, flood::await, 1))
                .orElseGet(() -> new Outcome.Failed<>(new Failure.Gone("no chat has that id")));
    }

    /** The same for what shows nothing new. */
    <T> Outcome<T> light(String channel, Call<T> call) {
        return chats.current(channel)
                .map(chat -> inLine(chat, call, flood::awaitLight, 1))
                .orElseGet(() -> new Outcome.Failed<>(new Failure.Gone("no chat has that id")));
    }

    /** Now, or not at all. */
    <T> Outcome<T> ifThereIsRoom(String channel, Duration otherwise, Call<T> call) {
        Optional<Long> chat = chats.current(channel);
        if (chat.isEmpty()) {
            return new Outcome.Failed<>(new Failure.Gone("no chat has that id"));
        }
        return flood.hasRoom(chat.get())
                ? tried(chat.get(), call, flood::await, MOST_TRIES)
                : new Outcome.Failed<>(new Failure.SlowDown(otherwise));
    }

    private <T> Outcome<T> inLine(long chat, Call<T> call, Line line, int count) {
        try {
            return switch (line.await(chat)) {
                case Flood.Turn.Now _ -> tried(chat, call, line, count);
                case Flood.Turn.TooLate(Duration wait) -> new Outcome.Failed<>(new Failure.SlowDown(wait));
                case Flood.Turn.Stopped _ -> new Outcome.Failed<>(STOPPED);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed<>(STOPPED);
        }
    }

    private <T> Outcome<T> tried(long chat, Call<T> call, Line line, int count) {
        try {
            return new Outcome.Done<>(call.in(chat), chat);
        } catch (TelegramApiException thrown) {
            if (Failure.isInterrupt(thrown)) {
                // The library wraps it and forgets the flag.
                Thread.currentThread().interrupt();
            }
            return after(chat, call, line, count, Failure.of(thrown));
        }
    }

    private <T> Outcome<T> after(long chat, Call<T> call, Line line, int count, Failure failure) {
        if (failure instanceof Failure.Moved(long to)) {
            chats.moved(chat, to);
            return count < MOST_TRIES ? tried(to, call, line, count + 1) : new Outcome.Failed<>(failure);
        }
        if (!(failure instanceof Failure.SlowDown(Duration pause))) {
            return new Outcome.Failed<>(failure);
        }
        flood.refused(chat, pause);
        boolean again = pause.compareTo(SHORT_PAUSE) <= 0 && count < MOST_TRIES;
        return again ? inLine(chat, call, line, count + 1) : new Outcome.Failed<>(failure);
    }
}
