package org.spoolbot.providers.sandbox.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.task.ClipOrder.Source;

/** Brings references to disk, within a dialect's limits, and measures them. */
public final class ReferenceReader {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MEGABYTE = 1024 * 1024;
    private static final int HEAD = 64 * 1024;

    private final HttpClient http;

    /**
     * A reader.
     *
     * @param http client that follows no redirect
     */
    public ReferenceReader(HttpClient http) {
        this.http = http;
    }

    /**
     * Reads one reference.
     *
     * @param kind what it is said to be
     * @param source where it is: data, http to this machine, asset, or a file that came with the call
     * @param limits what is taken
     * @param target where to put it; only pictures stay there
     * @return what it is
     * @throws UnusableReference if the gateway would refuse it
     * @throws InterruptedException if the gateway closes meanwhile
     */
    public ReadReference read(Kind kind, Source source, ReferenceLimits limits, Path target)
            throws UnusableReference, InterruptedException {
        if (source instanceof Source.Address(String url) && url.startsWith("asset://")) {
            return new ReadReference(kind, "asset", Optional.empty(), Optional.empty(), OptionalDouble.empty());
        }
        try {
            bring(source, limits.bytes(kind), target);
            Facts facts = measure(kind, limits, target);
            boolean drawable = kind == Kind.IMAGE && facts.size().isPresent();
            return new ReadReference(
                    kind, detail(facts), drawable ? Optional.of(target) : Optional.empty(), facts.size(), facts.seconds());
        } catch (IOException e) {
            throw new UnusableReference("it could not be read");
        } finally {
            if (kind != Kind.IMAGE) {
                delete(target);
            }
        }
    }

    private static Facts measure(Kind kind, ReferenceLimits limits, Path file) throws IOException, UnusableReference {
        try (InputStream input = Files.newInputStream(file)) {
            return MediaProbe.probe(kind, limits, file, new MediaProbe.Bytes(input.readNBytes(HEAD)));
        }
    }

    private static String detail(Facts facts) {
        return facts.seconds().isPresent()
                ? String.format(Locale.ROOT, "%.1f s  %s", facts.seconds().getAsDouble(), facts.format())
                : facts.format();
    }

    private void bring(Source source, long limit, Path target) throws IOException, UnusableReference, InterruptedException {
        switch (source) {
            case Source.Stored(Path file) -> take(file, limit, target);
            case Source.Address(String url) when url.startsWith("data:") -> bringInline(url, limit, target);
            case Source.Address(String url) -> fetch(url, limit, target);
        }
    }

    private static void take(Path file, long limit, Path target) throws IOException, UnusableReference {
        if (Files.size(file) > limit) {
            throw tooLarge(limit);
        }
        Files.move(file, target);
    }

    private void fetch(String address, long limit, Path target) throws IOException, UnusableReference, InterruptedException {
        URI uri = parse(address);
        if (!Loopback.leadsHere(uri)) {
            throw new UnusableReference("the sandbox fetches only from this machine");
        }
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new UnusableReference("fetching it was answered with status " + response.statusCode());
            }
            copy(body, target, limit);
        }
    }

    private static URI parse(String address) throws UnusableReference {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new UnusableReference("its address is not well formed");
        }
    }

    private static void bringInline(String address, long limit, Path target) throws IOException, UnusableReference {
        String data = address.substring(address.indexOf(',') + 1);
        if (data.length() / 4L * 3 > limit + 3) {
            throw tooLarge(limit);
        }
        try {
            Files.write(target, Base64.getDecoder().decode(data));
        } catch (IllegalArgumentException e) {
            throw new UnusableReference("its base64 is damaged");
        }
    }

    private static void copy(InputStream body, Path target, long limit) throws IOException, UnusableReference {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        try (OutputStream output = Files.newOutputStream(target)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                total += count;
                if (total > limit) {
                    throw tooLarge(limit);
                }
                output.write(buffer, 0, count);
            }
        }
    }

    private static UnusableReference tooLarge(long limit) {
        return new UnusableReference("it is larger than " + limit / MEGABYTE + " MB");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
