package org.spoolbot.telegram.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts messages and edits (faq: one a second per chat with short bursts, 20 a minute per group, about 30 a second in all). Nobody knows the exact limits, so counts are
 * always kept, and 429 is answered only after {@link #enforce()}, with a little grace.
 */
public final class Flood {
    private static final Bucket CHAT = new Bucket(3, 1);
    private static final Bucket GROUP = new Bucket(20, 20 / 60.0);
    private static final Bucket ALL = new Bucket(35, 30);
    private static final int MOST_KEPT = 200_000;

    private final Scene scene;
    private final InstantSource clock;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Level> levels = new HashMap<>();
    private boolean enforced;
    private int refused;

    Flood(Scene scene, InstantSource clock) {
        this.scene = scene;
        this.clock = clock;
    }

    private record Sent(long chat, Instant at) {}

    private record Bucket(double size, double perSecond) {}

    private record Level(double tokens, Instant at) {}

    /** From now on, too much is refused with 429. */
    public void enforce() {
        scene.change(() -> enforced = true);
    }

    /** How often the bot was refused with 429 by these limits. */
    public int refused() {
        return scene.in(() -> refused);
    }

    /** The most messages and edits that one chat got in any stretch of this length, by the clock. */
    public int mostIn(Duration window, Chat chat) {
        return scene.in(() -> most(window, sent.stream().filter(one -> one.chat() == chat.id()).toList()));
    }

    /** The most in all chats together. */
    public int mostIn(Duration window) {
        return scene.in(() -> most(window, sent));
    }

    private static int most(Duration window, List<Sent> times) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).at().plus(window).isAfter(times.get(last).at())) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    void count(Chat chat, int messages) {
        if (enforced) {
            require(chat, messages);
        }
        for (int i = 0; i < messages && sent.size() < MOST_KEPT; i++) {
            sent.add(new Sent(chat.id(), clock.instant()));
        }
    }

    private void require(Chat chat, int messages) {
        Map<String, Bucket> buckets = new HashMap<>(Map.of("all", ALL, "chat " + chat.id(), CHAT));
        if (!chat.isPrivate()) {
            buckets.put("group " + chat.id(), GROUP);
        }
        double wait = 0;
        for (Map.Entry<String, Bucket> one : buckets.entrySet()) {
            // An album is one act: it needs room for its first message and leaves a debt for the rest.
            double missing = 1 - tokens(one.getKey(), one.getValue());
            wait = Math.max(wait, missing / one.getValue().perSecond());
        }
        if (wait > 1e-6) {
            refused++;
            throw Refusal.tooManyRequests(Math.max(1, (int) Math.ceil(wait)));
        }
        buckets.forEach((name, bucket) -> levels.put(name, new Level(tokens(name, bucket) - messages, clock.instant())));
    }

    private double tokens(String name, Bucket bucket) {
        Level level = levels.getOrDefault(name, new Level(bucket.size(), clock.instant()));
        double passed = Duration.between(level.at(), clock.instant()).toNanos() / 1e9;
        return Math.min(bucket.size(), level.tokens() + passed * bucket.perSecond());
    }
}
