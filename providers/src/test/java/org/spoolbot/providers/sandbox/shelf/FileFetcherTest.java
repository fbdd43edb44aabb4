package org.spoolbot.providers.sandbox.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFetcherTest {

    private static final int LIMIT = 1024 * 1024;

    @TempDir
    Path folder;

    private final FileFetcher fetcher = new FileFetcher(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build());
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = new byte[Integer.parseInt(exchange.getRequestURI().getPath().substring(1))];
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://192.0.2.1/a.png");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileAsLargeAsAllowedIsBroughtAndALargerOneLeavesNothing() throws Exception {
        Path target = folder.resolve("file");
        fetcher.fetch(base + "/" + LIMIT, target, LIMIT);
        assertThat(target).hasSize(LIMIT);
        Path other = folder.resolve("other");
        assertThatThrownBy(() -> fetcher.fetch(base + "/" + (LIMIT + 1), other, LIMIT)).hasMessageContaining("1 MB");
        assertThat(other).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/a.png", "file:///etc/hostname", "http://local host/", "http://127.0.0.1:1/a", "/away"})
    void nothingElseIsEverFetched(String address) {
        Path target = folder.resolve("file");
        String whole = address.startsWith("/") ? base + address : address;
        assertThatThrownBy(() -> fetcher.fetch(whole, target, LIMIT)).isInstanceOf(UnfetchableFile.class);
        assertThat(target).doesNotExist();
    }
}
