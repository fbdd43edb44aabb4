package org.spoolbot.providers.sandbox.reference;

import java.net.URI;
import java.util.regex.Pattern;

/** Tells addresses of this machine from all others by their text alone; no name is ever looked up. */
public final class Loopback {

    private static final Pattern HOST = Pattern.compile("(?i)localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?(0*:)*:?0*1\\]?");

    private Loopback() {}

    /**
     * Whether an address leads to this machine.
     *
     * @param address an http or https address
     * @return whether it may be called
     */
    public static boolean leadsHere(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        return host != null && ("http".equals(scheme) || "https".equals(scheme)) && isThisMachine(host);
    }

    /**
     * Whether a host is this machine.
     *
     * @param host a name or address without port
     * @return whether it is loopback
     */
    public static boolean isThisMachine(String host) {
        return HOST.matcher(host).matches();
    }
}
