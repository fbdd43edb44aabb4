package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.engine.Logs;

class MalformedRequestTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {
        "\u0016\u0003\u0001 hello\r\n\r\n", "GARBAGE\r\n\r\n", "GET\r\n\r\n", "GET /x HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET /x HTTP/1.1\r\nHost: localhost\r\nBad Header: 1\r\n\r\n", "GET /x HTTP/1.1\r\nHost: localhost\r\n folded: 1\r\n\r\n",
        "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET /x HTTP/1.1\r\nHost: a b\r\n\r\n", "GET /x?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    })
    void whatIsNoRequestIsAnsweredAsJson(String text) throws Exception {
        try (Site site = Site.in(home).open();
                Logs log = new Logs(HttpServer.class)) {
            site.routes.add("playground", "GET", "/x", request -> HttpResponse.empty(204));
            site.routes.add("playground", "POST", "/x", request -> HttpResponse.empty(204));

            Raw answer = site.raw(text);

            assertThat(answer.status()).as(answer.head()).isBetween(400, 505);
            assertThat(answer.head()).containsIgnoringCase("content-type: application/json").containsIgnoringCase("nosniff")
                    .doesNotContainIgnoringCase("jetty");
            assertThat(new ObjectMapper().readTree(answer.body()).at("/error").asText()).isNotEmpty();
            assertThat(log.lines()).noneMatch(line -> line.contains("failed"));
        }
    }

    @Test
    void headersThatAreTooLargeAreRefusedAsSuch() throws Exception {
        try (Site site = Site.in(home).open()) {
            Raw answer = site.raw("GET /x HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.body()).startsWith("{\"error\":");
        }
    }

    @Test
    void anAddressThatIsTooLongIsRefusedAsSuch() throws Exception {
        try (Site site = Site.in(home).open()) {
            Raw answer = site.raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.body()).startsWith("{\"error\":");
        }
    }

    @Test
    void brokenCookiesReachThePluginAsNone() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/x", request -> HttpResponse.text(200, "text/plain", request.cookie("session").orElse("none")));

            assertThat(site.call("localhost", "/plugins/demo/x", "Cookie: a=\"b; session=\u0001; =;;; x").status()).isIn(200, 400);
            assertThat(site.call("localhost", "/plugins/demo/x", "Cookie: ;;a; b=c\"d; session=s1").body()).isEqualTo("s1");
        }
    }

    @Test
    void aBodyThatNobodyReadsNeverBecomesTheNextRequest() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.post("/x", request -> HttpResponse.empty(204)).get("/y", request -> HttpResponse.text(200, "text/plain", "smuggled"));

            String body = "GET /plugins/demo/y HTTP/1.1\r\nHost: localhost\r\n\r\n";
            Raw answer = site.raw("POST /plugins/demo/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body + "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).doesNotContain("smuggled").contains("{\"alive\":true}");
        }
    }
}
