package org.spoolbot.telegram;

import java.net.URI;
import java.util.List;
import org.spoolbot.api.config.Secret;

/** The settings of {@code plugins/telegram/config.yml}. */
record TelegramConfig(
        Secret token, URI apiUrl, LocalServer localServer, Mode mode, boolean takeOver, List<String> allowedChats, String localFiles) {
    private static final String TELEGRAM = "api.telegram.org";

    TelegramConfig {
        allowedChats = List.copyOf(allowedChats);
        if (!"https".equals(apiUrl.getScheme()) && !"http".equals(apiUrl.getScheme())) {
            throw new IllegalArgumentException("api-url must begin with https:// or http://, as in https://api.telegram.org");
        }
        boolean path = apiUrl.getPath() != null && !apiUrl.getPath().isEmpty() && !apiUrl.getPath().equals("/");
        if (path || apiUrl.getHost() == null) {
            throw new IllegalArgumentException("api-url is a server without a path, as in https://api.telegram.org or http://127.0.0.1:8081");
        }
        if (localServer == LocalServer.YES && TELEGRAM.equalsIgnoreCase(apiUrl.getHost())) {
            throw new IllegalArgumentException("local-server: yes needs the api-url of that server, as in http://127.0.0.1:8081");
        }
        allowedChats.stream().filter(chat -> !chat.matches("-?[0-9]{1,20}")).findFirst().ifPresent(chat -> {
            throw new IllegalArgumentException("allowed-chats holds ids of chats, as in -1001234567890; not: " + chat);
        });
    }

    /** Whether the Bot API is one of the operator's own, which takes larger files. */
    boolean isLocalServer() {
        return switch (localServer) {
            case AUTO -> !TELEGRAM.equalsIgnoreCase(apiUrl.getHost());
            case YES -> true;
            case NO -> false;
        };
    }

    /** Whose limits hold at {@code api-url}. */
    enum LocalServer {
        /** Telegram's own address has Telegram's limits, every other those of a server of one's own. */
        AUTO,
        /** A Bot API server of one's own. */
        YES,
        /** A proxy before Telegram's own, which changes none of its limits. */
        NO
    }

    /** How updates come in. */
    enum Mode {
        /** The server asks Telegram; works behind any firewall. */
        POLLING,
        /** Telegram calls the server, which needs a public address. */
        WEBHOOK
    }
}
