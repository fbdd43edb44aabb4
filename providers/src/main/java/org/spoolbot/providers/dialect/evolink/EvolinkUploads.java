package org.spoolbot.providers.dialect.evolink;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.Publisher;
import org.spoolbot.providers.gateway.RememberedAddresses;
import org.spoolbot.providers.http.CallResult;
import org.spoolbot.providers.http.FormPart;
import org.spoolbot.providers.http.GatewayClient;

/** EvoLink's upload service. It keeps files for 72 hours, and as long the same file is not sent again. Thread-safe. */
final class EvolinkUploads implements Publisher.Uploads {
    /** Where it is, whatever the gateway's own address. */
    static final URI VENDOR = URI.create("https://files-api.evolink.ai");

    private static final String UPLOAD = "/api/v1/files/upload/stream";
    private static final Duration KEPT = Duration.ofHours(72);
    /** A task may wait that long before the gateway reads the file. */
    private static final Duration MARGIN = Duration.ofHours(6);
    private static final Duration RETRY = Duration.ofSeconds(20);

    private final GatewayClient client;
    private final GatewayAnswers calls;
    private final InstantSource clock;
    private final RememberedAddresses remembered = new RememberedAddresses();
    private final List<Lock> stripes = IntStream.range(0, 64).<Lock>mapToObj(number -> new ReentrantLock()).toList();

    EvolinkUploads(GatewayClient client, GatewayAnswers calls, InstantSource clock) {
        this.client = requireNonNull(client, "client is null");
        this.calls = requireNonNull(calls, "calls is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Optional<String> upload(ReferenceSource source) throws ProviderException {
        String sha256 = source.file().info().sha256();
        // Two orders with the same picture at once: the second waits and takes the first one's address.
        Lock stripe = stripes.get(Math.floorMod(sha256.hashCode(), stripes.size()));
        stripe.lock();
        try {
            Optional<String> known = remembered.find(sha256, clock.instant());
            return known.isPresent() ? known : send(source);
        } finally {
            stripe.unlock();
        }
    }

    private Optional<String> send(ReferenceSource source) throws ProviderException {
        MediaInfo info = source.file().info();
        String name = info.sha256() + "." + info.type().extension();
        CallResult result = client.postForm(
                UPLOAD, List.of(new FormPart.File("file", name, info.type().mimeType(), source.file().path())));
        JsonNode data;
        try {
            data = stored(result);
        } catch (ProviderException fault) {
            if (source.publicAddress().isPresent() || source.platformAddress().isPresent()) {
                return Optional.empty();
            }
            throw fault;
        }
        String address = data.path("file_url").asText("");
        remembered.put(info.sha256(), address, expiry(data));
        return Optional.of(address);
    }

    /** A file is not paid for, so whatever happens it may be sent again. */
    private JsonNode stored(CallResult result) throws ProviderException {
        if (!(result instanceof CallResult.Answered)) {
            throw new ProviderException(ErrorKind.UPSTREAM, "the upload service does not answer", Optional.of(RETRY));
        }
        JsonNode body = calls.found(result)
                .orElseThrow(() -> new ProviderException(ErrorKind.ROUTE_MISCONFIGURED, "there is no upload service"));
        JsonNode data = body.path("data");
        if (!body.path("success").asBoolean(true) || !data.path("file_url").asText("").matches("https?://\\S+")) {
            throw new ProviderException(ErrorKind.UPSTREAM, "the upload service took no file", Optional.of(RETRY));
        }
        return data;
    }

    private Instant expiry(JsonNode data) {
        Instant latest = clock.instant().plus(KEPT);
        try {
            Instant told = OffsetDateTime.parse(data.path("expires_at").asText("")).toInstant();
            return (told.isBefore(latest) ? told : latest).minus(MARGIN);
        } catch (DateTimeParseException untold) {
            return latest.minus(MARGIN);
        }
    }
}
