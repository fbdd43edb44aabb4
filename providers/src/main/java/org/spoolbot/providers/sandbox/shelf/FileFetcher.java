package org.spoolbot.providers.sandbox.shelf;

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
import org.spoolbot.providers.sandbox.reference.Loopback;
import org.spoolbot.providers.sandbox.task.ClipMaker;

/** Brings files to disk, from this machine only and never more than allowed. */
public final class FileFetcher {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int CHUNK = 64 * 1024;

    private final HttpClient http;

    /**
     * A fetcher.
     *
     * @param http client that follows no redirect
     */
    public FileFetcher(HttpClient http) {
        this.http = http;
    }

    /**
     * Fetches a file.
     *
     * @param address where it is
     * @param target where to put it; nothing is left there on failure
     * @param limit the most bytes
     * @throws UnfetchableFile if it cannot be had
     * @throws InterruptedException if the gateway closes meanwhile
     */
    public void fetch(String address, Path target, long limit) throws UnfetchableFile, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(parse(address)).timeout(PATIENCE).build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new UnfetchableFile("fetching it was answered with status " + response.statusCode());
                }
                copy(body, target, limit);
            }
        } catch (IOException e) {
            throw new UnfetchableFile("it could not be fetched");
        }
    }

    private static URI parse(String address) throws UnfetchableFile {
        try {
            URI uri = URI.create(address);
            if (Loopback.leadsHere(uri)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new UnfetchableFile("its address is not well formed");
        }
        throw new UnfetchableFile("the sandbox fetches only from this machine");
    }

    /**
     * Writes a stream to disk.
     *
     * @param input the stream
     * @param target where to put it; nothing is left there on failure
     * @param limit the most bytes
     * @throws IOException if it breaks off
     * @throws UnfetchableFile if it is too large
     */
    public static void copy(InputStream input, Path target, long limit) throws IOException, UnfetchableFile {
        boolean whole = false;
        try (OutputStream output = Files.newOutputStream(target)) {
            byte[] chunk = new byte[CHUNK];
            long total = 0;
            for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                total += count;
                if (total > limit) {
                    throw new UnfetchableFile("it is larger than " + limit / (1024 * 1024) + " MB");
                }
                output.write(chunk, 0, count);
            }
            whole = true;
        } finally {
            if (!whole) {
                ClipMaker.discard(target);
            }
        }
    }
}
