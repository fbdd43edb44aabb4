package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.http.HttpResponse;

class GateTest {
    private static final HttpHandler TELLS = request ->
            HttpResponse.text(200, "text/plain", (request.isPublic() ? "public " : "local ") + request.path());

    @TempDir
    Path home;

    private Site open() {
        Map<String, String> mounts = Map.of("/", "playground", "/callbacks/gateway", "gateway", "/telegram", "telegram");
        Site site = Site.in(home).mounting(mounts).under("https://Bot.example.org/").open();
        for (String plugin : mounts.values()) {
            site.routes.add(plugin, "GET", "/*", TELLS);
        }
        return site;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080"})
    void whoeverSitsAtTheMachineIsLetIn(String host) throws Exception {
        try (Site site = open()) {
            assertThat(site.call(host, "/api/session").body()).isEqualTo("local /api/session");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0", "10.0.0.1", "bot.example.org.", "localhost@evil.example"})
    void aForeignNameThatWasPointedAtLoopbackReachesNothing(String host) throws Exception {
        try (Site site = open()) {
            for (String path : new String[] {"/", "/api/session", "/plugins/playground/x", "/callbacks/gateway/x", "/metrics", "/media/x"}) {
                Raw answer = site.call(host, path);
                assertThat(answer.status()).as(path).isIn(400, 403);
                assertThat(answer.body()).startsWith("{\"error\":");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Origin: https://evil.example", "Origin: null", "Origin: http://localhost:1", "Origin: http://localhost.evil.example",
        "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: whatever"
    })
    void aPageOfAForeignSiteReachesNoPlugin(String header) throws Exception {
        try (Site site = open()) {
            for (String path : new String[] {"/api/session", "/plugins/playground/x", "/callbacks/gateway/x", "/metrics", "/readyz"}) {
                Raw answer = site.call("localhost:" + site.server.port(), path, header);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.body()).startsWith("{\"error\":");
            }
        }
    }

    @Test
    void theServersOwnPageIsLetIn() throws Exception {
        try (Site site = open()) {
            String host = "localhost:" + site.server.port();

            assertThat(site.call(host, "/x", "Origin: http://" + host, "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
            assertThat(site.call(host, "/x", "Sec-Fetch-Site: none").status()).isEqualTo(200);
        }
    }

    @Test
    void aRequestWithoutANameIsRefused() throws Exception {
        try (Site site = open()) {
            assertThat(site.raw("GET /x HTTP/1.0\r\n\r\n").status()).isEqualTo(403);
            assertThat(site.raw("GET /x HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
            assertThat(site.raw("GET /x HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").status()).isEqualTo(400);
            assertThat(site.raw("GET http://evil.example/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").status()).isIn(400, 403);
        }
    }

    @ParameterizedTest
    @CsvSource({"/callbacks/gateway/secret,public /secret", "/telegram/secret,public /secret", "/telegram,public /"})
    void thePublicNameReachesWhatHasToBePublic(String path, String body) throws Exception {
        try (Site site = open()) {
            assertThat(site.call("bot.EXAMPLE.org", path, "Sec-Fetch-Site: cross-site").body()).isEqualTo(body);
            assertThat(site.call("bot.example.org:443", path).body()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "/api/session", "/plugins/playground/x", "/plugins/gateway/secret", "/metrics", "/readyz", "/healthz",
        "/callbacks", "/callbacks/", "/callbacks/nobody/x", "/callbacks/gatewayx", "/media", "/telegrams",
        "/callbacks/gateway/../../api/session", "/callbacks/../plugins/playground/x", "//api/session", "/callbacks//x",
        "/callbacks/%2e%2e/api/session", "/callbacks/..%2fapi/session", "/callbacks/..;/api/session", "/Callbacks/gateway/x"
    })
    void thePublicNameReachesNothingElse(String path) throws Exception {
        try (Site site = open()) {
            Raw answer = site.call("bot.example.org", path);

            assertThat(answer.status()).as(answer.body()).isIn(400, 404);
            assertThat(answer.body()).startsWith("{\"error\":");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "X-Forwarded-For: 1.2.3.4", "X-Forwarded-Host: localhost", "Forwarded: for=1.2.3.4", "Via: 1.1 proxy", "X-Forwarded-Proto: https", "X-Real-IP: 1.2.3.4"
    })
    void whatAProxyPassesOnIsFromOutsideWhateverNameItCarries(String header) throws Exception {
        try (Site site = open()) {
            assertThat(site.call("127.0.0.1", "/api/session", header).status()).isEqualTo(404);
            assertThat(site.call("127.0.0.1", "/callbacks/nobody", header).status()).isEqualTo(404);
            assertThat(site.call("127.0.0.1", "/telegram/x", header).body()).isEqualTo("public /x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/plugins/playground/%2e%2e/%2e%2e/etc/passwd", "/plugins/playground/a%2fb", "/plugins/playground/a%2Fb",
        "/plugins/playground/a%5cb", "/plugins/playground/..%5c..%5cx", "/plugins/playground/%00", "/plugins/playground/a%0d%0ab",
        "/plugins/playground/%252e%252e/x", "/plugins/playground/%ff%fe", "/plugins/playground/%zz", "/../../etc/passwd", "/plugins/playground/..;/x"
    })
    void aPathThatClimbsOrHidesSomethingReachesNoPlugin(String path) throws Exception {
        try (Site site = open()) {
            Raw answer = site.call("localhost", path);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":");
        }
    }

    @Test
    void dotsWithinThePathAreResolvedBeforeAnyoneLooks() throws Exception {
        try (Site site = open()) {
            assertThat(site.call("localhost", "/plugins/playground/a/../b/./c").body()).isEqualTo("local /b/c");
        }
    }

    @Test
    void aPublicNameStaysPublicWhenTheServerListensUnderIt() {
        Gate gate = new Gate("bot.example.org", Optional.of(java.net.URI.create("http://bot.example.org:8080")));

        assertThat(gate.judge(caller("bot.example.org:8080", "/api/session"))).isInstanceOf(Gate.Verdict.Refused.class);
        assertThat(gate.judge(caller("bot.example.org:8080", "/media/x"))).isEqualTo(new Gate.Verdict.Admitted(true));
        assertThat(gate.judge(caller("localhost:8080", "/api/session"))).isEqualTo(new Gate.Verdict.Admitted(false));
    }

    @Test
    void aPublicAddressOnLoopbackTakesNothingFromThePlayground() {
        Gate gate = new Gate("127.0.0.1", Optional.of(java.net.URI.create("http://localhost:8080")));

        assertThat(gate.judge(caller("localhost:8080", "/api/session"))).isEqualTo(new Gate.Verdict.Admitted(false));
    }

    @Test
    void theAddressOfAnInterfaceIsANameOfTheServerAndTheOneOfAllInterfacesIsNot() {
        assertThat(new Gate("192.168.1.5", Optional.empty()).judge(caller("192.168.1.5:8080", "/"))).isEqualTo(new Gate.Verdict.Admitted(false));
        assertThat(new Gate("FE80::1", Optional.empty()).judge(caller("[fe80::1]:8080", "/"))).isEqualTo(new Gate.Verdict.Admitted(false));
        assertThat(new Gate("0.0.0.0", Optional.empty()).judge(caller("0.0.0.0:8080", "/"))).isInstanceOf(Gate.Verdict.Refused.class);
    }

    private static Gate.Caller caller(String host, String path) {
        return new Gate.Caller(path, host, Optional.empty(), Optional.empty(), false);
    }
}
