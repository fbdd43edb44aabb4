package org.spoolbot.providers.gateway;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;

/**
 * The connections to one gateway.
 *
 * @param orders for paid calls, which may take long
 * @param questions for all that is free
 * @param downloads for finished clips, without the key
 * @param elsewhere a client with the gateway's key for another address of the same vendor, such as an upload service
 * @param callback where the gateway may call back; empty if the outside world does not reach this server
 */
public record GatewayLines(
        GatewayClient orders,
        GatewayClient questions,
        ClipDownloader downloads,
        Function<URI, GatewayClient> elsewhere,
        Supplier<Optional<URI>> callback) {
    public GatewayLines {
        requireNonNull(orders, "orders is null");
        requireNonNull(questions, "questions is null");
        requireNonNull(downloads, "downloads is null");
        requireNonNull(elsewhere, "elsewhere is null");
        requireNonNull(callback, "callback is null");
    }
}
