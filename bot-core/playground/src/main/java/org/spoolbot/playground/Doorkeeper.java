package org.spoolbot.playground;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;

/** Lets browsers in: loopback is an address, not a person. Thread-safe. */
final class Doorkeeper {
    static final String COOKIE = "spoolbot";

    private static final int MAX_SESSIONS = 1000;
    private static final String DEFAULT_USER = "guest";

    private final boolean open;
    private final BooleanSupplier paidProviders;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable String> link = new AtomicReference<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Doorkeeper(boolean open, BooleanSupplier paidProviders) {
        this.open = open;
        this.paidProviders = paidProviders;
    }

    /** A fresh link token; the one before is void. */
    String newLink() {
        String token = token();
        link.set(token);
        return token;
    }

    /** Lets a browser in, or says why not. Who is in already, and asks for nothing else, stays in as before. */
    Entry admit(Optional<String> cookie, Wish wish) throws HttpException {
        Optional<Entry> before = cookie.flatMap(this::entry).filter(entry -> stays(entry.session(), wish));
        return before.isPresent() ? before.get() : admitAnew(wish);
    }

    private synchronized Optional<Entry> entry(String token) {
        return Optional.ofNullable(sessions.get(token)).map(session -> new Entry(token, session));
    }

    private static boolean stays(Session session, Wish wish) {
        boolean sameUser = wish.user().isEmpty() || wish.user().get().strip().equalsIgnoreCase(session.user());
        return wish.link().isEmpty() && sameUser && (session.admin() || !wish.admin());
    }

    private Entry admitAnew(Wish wish) throws HttpException {
        boolean byLink = wish.link().isPresent() && redeem(wish.link().get());
        if (wish.link().isPresent() && !byLink) {
            throw new HttpException(403, "This link was used before or is not from this start. The console prints a new one.");
        }
        if (!open && !byLink && (wish.admin() || !wish.fromHere() || paidProviders.getAsBoolean())) {
            throw new HttpException(403, "Please open the link that the server's console printed at start.");
        }
        return remember(new Session(name(wish.user()), byLink || open && wish.admin(), wish.language()));
    }

    private boolean redeem(String offered) {
        String current = link.get();
        return current != null && same(current, offered) && link.compareAndSet(current, null);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(Optional<String> wished) throws HttpException {
        String name = wished.orElse(DEFAULT_USER).strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9][a-z0-9_-]{0,31}") || name.startsWith("admin-")) {
            throw new HttpException(400, "A name has 1 to 32 of the letters a to z, digits, - and _.");
        }
        return name;
    }

    private synchronized Entry remember(Session session) {
        String token = token();
        sessions.put(token, session);
        if (sessions.size() > MAX_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return new Entry(token, session);
    }

    /** The session of a request. */
    synchronized Session session(HttpRequest request) throws HttpException {
        Session session = request.cookie(COOKIE).map(sessions::get).orElse(null);
        if (session == null) {
            throw new HttpException(401, "This page was asleep for too long. Please reload it.");
        }
        return session;
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * A browser that is in.
     *
     * @param token the value of its cookie
     * @param session who it is
     */
    record Entry(String token, Session session) {}

    /**
     * What a browser asks for.
     *
     * @param user the name it wants
     * @param admin whether it wants to be an admin
     * @param link the token of the console's link
     * @param language what it prefers
     * @param fromHere whether it runs on this machine
     */
    record Wish(Optional<String> user, boolean admin, Optional<String> link, Locale language, boolean fromHere) {}
}
