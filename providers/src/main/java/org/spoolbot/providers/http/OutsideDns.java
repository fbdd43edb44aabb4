package org.spoolbot.providers.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Resolves names to public addresses only, so that no gateway can point a download at this machine's own network. */
final class OutsideDns implements Dns {
    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> outside = Dns.SYSTEM.lookup(hostname).stream().filter(OutsideDns::isOutside).toList();
        if (outside.isEmpty()) {
            throw new UnknownHostException("the name leads to no public address");
        }
        return outside;
    }

    static boolean isOutside(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSharedOrUniqueLocal(address.getAddress()));
    }

    private static boolean isSharedOrUniqueLocal(byte[] octets) {
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        if (octets.length == 4) {
            return first == 0 || first == 100 && second >= 64 && second < 128;
        }
        return (first & 0xfe) == 0xfc;
    }
}
