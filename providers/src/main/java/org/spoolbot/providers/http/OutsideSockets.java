package org.spoolbot.providers.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to public addresses only, so that no gateway can point a download at this machine's own network. It is checked
 * at the connection itself: a name that resolves anew, a redirect and an address written as digits, which OkHttp never looks up, all
 * come by here.
 */
final class OutsideSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new OutsideSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new OutsideSocket();
        socket.connect(address);
        return socket;
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

    private static final class OutsideSocket extends Socket {
        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (!(address instanceof InetSocketAddress internet) || internet.isUnresolved() || !isOutside(internet.getAddress())) {
                throw new ConnectException("not a public address");
            }
            super.connect(address, timeout);
        }
    }
}
