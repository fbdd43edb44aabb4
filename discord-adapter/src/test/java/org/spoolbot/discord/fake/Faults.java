package org.spoolbot.discord.fake;

import java.time.Duration;

/** What shall go wrong next. A route is "METHOD /path" with {} for ids, as "POST /channels/{}/messages". */
public final class Faults {
    /** The next answers of the route are 429 with that wait, for this route's bucket only. */
    public void rateLimit(String route, Duration retryAfter, int times) {
        throw new UnsupportedOperationException();
    }

    /** The next answers of any route are 429 with {@code X-RateLimit-Global}. */
    public void globalRateLimit(Duration retryAfter, int times) {
        throw new UnsupportedOperationException();
    }

    /** The next answers of the route have that status, as 500 or 502. */
    public void status(String route, int status, int times) {
        throw new UnsupportedOperationException();
    }

    /** The next requests of the route get that error without effect, as 400/40005 or 403/50013. */
    public void error(String route, int status, int code, String message, int times) {
        throw new UnsupportedOperationException();
    }

    /** The next requests of the route are cut before anything is done. */
    public void drop(String route, int times) {
        throw new UnsupportedOperationException();
    }

    /** The next requests of the route are done, but the connection is cut instead of the answer. */
    public void loseAnswer(String route, int times) {
        throw new UnsupportedOperationException();
    }

    /** The next answers of the route wait that long (real time). */
    public void slow(String route, Duration wait, int times) {
        throw new UnsupportedOperationException();
    }
}
