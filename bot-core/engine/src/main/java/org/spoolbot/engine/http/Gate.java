package org.spoolbot.engine.http;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spoolbot.engine.config.ServerSettings;

/**
 * Decides who is let in, by the name under which the server was called. A page of a foreign site, also one whose name was pointed at
 * loopback, reaches no plugin; the public name reaches only what has to be public.
 */
final class Gate {
    private static final Set<String> PUBLIC_FOLDERS = Set.of("media", "callbacks", "telegram");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Set<String> localNames;
    private final Optional<String> publicName;

    @Inject
    Gate(ServerSettings settings) {
        this(settings.http().host(), settings.http().publicUrl());
    }

    Gate(String configuredHost, Optional<URI> publicUrl) {
        Set<String> names = new TreeSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));
        if (!EVERYWHERE.contains(configuredHost)) {
            names.add(bracketed(configuredHost.toLowerCase(Locale.ROOT)));
        }
        localNames = Set.copyOf(names);
        publicName = publicUrl.map(URI::getHost)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !isLoopback(name));
    }

    Verdict judge(Caller caller) {
        String name = nameOf(caller.host());
        boolean byPublicName = publicName.filter(name::equals).isPresent();
        if (!byPublicName && !localNames.contains(name)) {
            return new Verdict.Refused(403, "This server does not answer to that name.");
        }
        if (byPublicName || caller.forwarded()) {
            return PUBLIC_FOLDERS.contains(firstSegment(caller.path()))
                    ? new Verdict.Admitted(true)
                    : new Verdict.Refused(404, "There is nothing here.");
        }
        return needsOwnSite(caller.path()) && !isOwnSite(caller)
                ? new Verdict.Refused(403, "This request comes from another site.")
                : new Verdict.Admitted(false);
    }

    /** Signed addresses are opened from chats, and health is asked for by machines. */
    private static boolean needsOwnSite(String path) {
        String first = firstSegment(path);
        return !first.equals("media") && !first.equals("healthz");
    }

    private static boolean isOwnSite(Caller caller) {
        boolean sameSite = caller.fetchSite().map(OWN_SITE::contains).orElse(true);
        return sameSite && caller.origin().map(origin -> isOriginOf(origin, caller.host())).orElse(true);
    }

    private static boolean isOriginOf(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    private static boolean isLoopback(String name) {
        return name.equals("localhost") || name.endsWith(".localhost") || name.startsWith("127.") || name.equals("[::1]");
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        String name = hasPort ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /**
     * Who knocks.
     *
     * @param path the decoded path
     * @param host the name and port that were called, empty if none was said
     * @param origin the site of the page that asks
     * @param fetchSite what the browser says of that site
     * @param forwarded whether a proxy passed the request on: then it came from outside, whatever name it carries
     */
    record Caller(String path, String host, Optional<String> origin, Optional<String> fetchSite, boolean forwarded) {}

    /** Whether the request goes on. */
    sealed interface Verdict {
        /** It does. */
        record Admitted(boolean isPublic) implements Verdict {}

        /** It does not. */
        record Refused(int status, String message) implements Verdict {}
    }
}
