package org.spoolbot.telegram.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.spoolbot.api.config.Secret;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Where the Bot API is and who we are there.
 *
 * @param address without a path, because the library has no place for one
 * @param token of the bot
 */
public record BotApi(URI address, Secret token) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public BotApi {
        requireNonNull(address, "address is null");
        requireNonNull(token, "token is null");
    }

    /** The form that the library wants. */
    public TelegramUrl url() {
        return TelegramUrl.builder().schema(address.getScheme()).host(address.getHost()).port(port()).build();
    }

    private int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? HTTPS : HTTP;
    }

    /** The bot's own id, which stands before the colon of its token and is no secret. */
    public String botId() {
        String token = this.token.reveal();
        int colon = token.indexOf(':');
        return colon < 0 ? "" : token.substring(0, colon);
    }
}
