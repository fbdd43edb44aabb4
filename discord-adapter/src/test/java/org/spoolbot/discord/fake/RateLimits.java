package org.spoolbot.discord.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts requests in buckets by route and top-level resource, in real time: https://discord.com/developers/docs/topics/rate-limits. */
final class RateLimits {
    /** What a bucket says after a request. */
    record Verdict(boolean allowed, boolean global, double waitSeconds, Map<String, String> headers) {}

    private record Rule(int limit, long windowNanos) {
        static Rule of(int limit, int seconds) {
            return new Rule(limit, TimeUnit.SECONDS.toNanos(seconds));
        }
    }

    private static final class Bucket {
        private int used;
        private long endsAt;
    }

    /** "All bots can make up to 50 requests per second": same page, "Global Rate Limit". */
    private static final Rule GLOBAL = Rule.of(50, 1);

    /** Discord documents no numbers for routes; these are what its headers say today. */
    private static final Map<String, Rule> ROUTES = Map.of(
            "POST /channels/{}/messages", Rule.of(5, 5),
            "PATCH /channels/{}/messages/{}", Rule.of(5, 5),
            "DELETE /channels/{}/messages/{}", Rule.of(5, 1));

    /** Follow-ups and edits of one token share a bucket. */
    private static final Rule WEBHOOK = Rule.of(5, 2);

    private static final Rule OTHERS = Rule.of(50, 1);
    private static final int MOST_BUCKETS = 10_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    /** Counts one request; the callback of an interaction has no limit, and interaction endpoints are outside of the global one. */
    synchronized Verdict count(String route, List<String> ids) {
        boolean interaction = route.contains("/interactions/") || route.contains("/webhooks/");
        if (!interaction && !take(bucket("global", GLOBAL), GLOBAL)) {
            return verdict("global", GLOBAL, false, true);
        }
        if (route.contains("/interactions/")) {
            return new Verdict(true, false, 0, Map.of());
        }
        Rule rule = interaction ? WEBHOOK : ROUTES.getOrDefault(route, OTHERS);
        String key = interaction ? "webhook " + String.join("/", ids.subList(0, 2)) : route + " " + ids.stream().findFirst().orElse("");
        return verdict(key, rule, take(bucket(key, rule), rule), false);
    }

    private static boolean take(Bucket bucket, Rule rule) {
        if (bucket.used >= rule.limit()) {
            return false;
        }
        bucket.used++;
        return true;
    }

    private Bucket bucket(String key, Rule rule) {
        if (buckets.size() > MOST_BUCKETS) {
            buckets.values().removeIf(old -> old.endsAt < System.nanoTime());
        }
        Bucket bucket = buckets.computeIfAbsent(key, ignored -> new Bucket());
        if (bucket.endsAt - System.nanoTime() <= 0) {
            bucket.used = 0;
            bucket.endsAt = System.nanoTime() + rule.windowNanos();
        }
        return bucket;
    }

    private Verdict verdict(String key, Rule rule, boolean allowed, boolean global) {
        Bucket bucket = buckets.getOrDefault(key, new Bucket());
        double wait = Math.max(0.001, (bucket.endsAt - System.nanoTime()) / 1e9);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Bucket", Integer.toHexString(key.replaceAll("\\d{6,}", "").hashCode()));
        headers.put("X-RateLimit-Limit", Integer.toString(rule.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(Math.max(0, rule.limit() - bucket.used)));
        headers.put("X-RateLimit-Reset-After", seconds(wait));
        headers.put("X-RateLimit-Reset", seconds(System.currentTimeMillis() / 1e3 + wait));
        return new Verdict(allowed, global, wait, headers);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
