package org.spoolbot.discord.fake;

import java.util.ArrayList;
import java.util.List;

/** What the specifications found wrong, in either direction. Thread-safe. */
public final class Violations {
    private static final int MOST = 200;
    private final List<String> texts = new ArrayList<>();

    /** Whether nothing was found. */
    public synchronized boolean empty() {
        return texts.isEmpty();
    }

    /** All of them, in order; only the first 200 are kept. */
    public synchronized List<String> all() {
        return List.copyOf(texts);
    }

    /** Forgets what was found, after it was expected. */
    public synchronized void clear() {
        texts.clear();
    }

    synchronized void add(String text) {
        if (texts.size() < MOST) {
            texts.add(text);
        }
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), all());
    }
}
