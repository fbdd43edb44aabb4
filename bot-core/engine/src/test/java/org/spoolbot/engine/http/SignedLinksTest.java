package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;

class SignedLinksTest {
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path home;

    private Site site;
    private MediaFile clip;

    @BeforeEach
    void open() throws IOException {
        site = Site.in(home).under("https://bot.example.org/").open();
        clip = site.shelf.put(1, MediaType.MP4, 1000);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aMemberOpensTheClipInABrowserAndItCanDoNothingThere() throws Exception {
        URI link = memberLink();

        HttpResponse<byte[]> answer = site.send(site.to(link.getPath()), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(link.toString()).startsWith("https://bot.example.org/media/").endsWith(".mp4").doesNotContain("job-1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(clip.path()));
        assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void theLinkWorksUnderThePublicNameAndFromAForeignPage() throws Exception {
        Raw answer = site.call("bot.example.org", memberLink().getPath(), "Sec-Fetch-Site: cross-site", "X-Forwarded-For: 1.2.3.4");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theTypeIsTheOneThatWasSniffedWhateverTheAddressSays() throws Exception {
        String path = memberLink().getPath().replace(".mp4", ".html");

        assertThat(header(site.fetch(path), "Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void aPlayerJumpsWithinTheClip() throws Exception {
        var answer = site.send(site.to(memberLink().getPath()).header("Range", "bytes=-100"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).hasSize(100);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes 900-999/1000");
        assertThat(site.fetch(memberLink().getPath(), "Range", "bytes=1000-").statusCode()).isEqualTo(416);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void aLinkCanOnlyBeRead(String method) throws Exception {
        var answer = site.send(site.to(memberLink().getPath()).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource({"version,0", "purpose,1", "expiry,5", "expiry,9", "issue,13", "job,20", "file,40", "signature,58", "signature,89"})
    void aLinkThatWasChangedDoesNotWork(String field, int at) throws Exception {
        byte[] token = Base64.getUrlDecoder().decode(token(memberLink()));
        token[at] ^= 1;

        var answer = site.fetch("/media/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token) + ".mp4");

        assertThat(answer.statusCode()).as(field).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"This link does not work, or no longer.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "....", "%20", "AAAA.mp4", "a/b.mp4"})
    void whatIsNoLinkDoesNotWork(String name) throws Exception {
        assertThat(site.fetch("/media/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void aMemberLinkEndsAfterADayAlsoIfALongerOneWasWished() throws Exception {
        String day = site.links.forMember(clip.info().sha256(), "job-1", DAY).orElseThrow().getPath();
        String year = site.links.forMember(clip.info().sha256(), "job-1", Duration.ofDays(365)).orElseThrow().getPath();
        String hour = site.links.forMember(clip.info().sha256(), "job-1", Duration.ofHours(1)).orElseThrow().getPath();

        site.clock.advance(Duration.ofHours(1));
        assertThat(site.fetch(hour).statusCode()).isEqualTo(404);
        site.clock.advance(DAY.minusHours(1).minusSeconds(1));
        assertThat(site.fetch(day).statusCode()).isEqualTo(200);
        site.clock.advance(Duration.ofSeconds(1));
        assertThat(site.fetch(day).statusCode()).isEqualTo(404);
        assertThat(site.fetch(year).statusCode()).isEqualTo(404);
    }

    @Test
    void aMemberLinkServesTenTimesTheClipAndRangesCount() throws Exception {
        String path = memberLink().getPath();
        for (int time = 0; time < 9; time++) {
            assertThat(site.fetch(path).statusCode()).isEqualTo(200);
        }
        assertThat(site.fetch(path, "Range", "bytes=0-499").statusCode()).isEqualTo(206);
        assertThat(site.send(site.to(path).method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
        assertThat(site.fetch(path, "Range", "bytes=500-").statusCode()).isEqualTo(206);

        var answer = site.fetch(path, "Range", "bytes=0-0");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).startsWith("{\"error\":");
        assertThat(site.fetch(path.replace(".mp4", ".x")).statusCode()).isEqualTo(429);
    }

    @Test
    void eachLinkHasABudgetOfItsOwnAndAGatewayMayAskMoreOften() throws Exception {
        String used = memberLink().getPath();
        for (int time = 0; time < 11; time++) {
            site.fetch(used);
        }
        site.clock.advance(Duration.ofMillis(1));

        assertThat(site.fetch(memberLink().getPath()).statusCode()).isEqualTo(200);
        String provider = site.links.forProvider(clip.info().sha256(), "job-1").orElseThrow().getPath();
        for (int time = 0; time < 11; time++) {
            assertThat(site.fetch(provider).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void deletingAJobEndsItsLinksAtOnceAndNoOthers() throws Exception {
        String member = memberLink().getPath();
        String provider = site.links.forProvider(clip.info().sha256(), "job-1").orElseThrow().getPath();
        String other = site.links.forMember(clip.info().sha256(), "job-2", DAY).orElseThrow().getPath();

        site.links.revoke("job-1");

        assertThat(site.fetch(member).statusCode()).isEqualTo(404);
        assertThat(site.fetch(provider).statusCode()).isEqualTo(404);
        assertThat(site.fetch(other).statusCode()).isEqualTo(200);
        site.clock.advance(Duration.ofMillis(1));
        assertThat(site.fetch(memberLink().getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRestartBringsBackTheLinksThatHoldAndNoneThatEnded() throws Exception {
        String ended = memberLink().getPath();
        String holds = site.links.forMember(clip.info().sha256(), "job-2", DAY).orElseThrow().getPath();
        site.links.revoke("job-1");
        site.close();

        open();

        assertThat(site.fetch(ended).statusCode()).isEqualTo(404);
        assertThat(site.fetch(holds).statusCode()).isEqualTo(200);
    }

    @Test
    void theLinksOfAnotherServerDoNotWorkHere(@TempDir Path elsewhere) throws Exception {
        try (Site other = Site.in(elsewhere).under("https://bot.example.org").open()) {
            MediaFile same = other.shelf.put(1, MediaType.MP4, 1000);
            String foreign = other.links.forMember(same.info().sha256(), "job-1", DAY).orElseThrow().getPath();

            assertThat(other.fetch(foreign).statusCode()).isEqualTo(200);
            assertThat(site.fetch(foreign).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void onlyTheServersUserReadsTheKey() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("links.key")))).isEqualTo("rw-------");
        assertThat(Files.size(home.resolve("links.key"))).isEqualTo(32);
    }

    @Test
    void aBrokenKeyStopsTheStartWithWhatToDo() throws Exception {
        site.close();
        Files.write(home.resolve("links.key"), new byte[3]);

        assertThatThrownBy(this::open).hasStackTraceContaining("delete it, and a new one is made");
    }

    @Test
    void withoutAPublicAddressThereAreNoLinks(@TempDir Path elsewhere) throws Exception {
        try (Site local = Site.in(elsewhere).open()) {
            String sha256 = local.shelf.put(1, MediaType.MP4, 10).info().sha256();

            assertThat(local.links.forMember(sha256, "job-1", DAY)).isEmpty();
            assertThat(local.links.forProvider(sha256, "job-1")).isEmpty();
        }
        assertThat(site.links.forMember("f".repeat(64), "job-1", DAY)).isEmpty();
    }

    @Test
    void aFileThatWasRemovedIsGoneForTheLinkToo() throws Exception {
        String path = memberLink().getPath();
        Files.delete(clip.path());

        var answer = site.fetch(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @Test
    void aClientThatVanishesUsesUpOnlyWhatItGot() throws Exception {
        MediaFile large = site.shelf.put(2, MediaType.MP4, 20_000_000);
        String path = site.links.forMember(large.info().sha256(), "job-3", DAY).orElseThrow().getPath();
        for (int time = 0; time < 12; time++) {
            try (Wire wire = Wire.to(site.server.port())) {
                wire.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(wire.line()).contains(" 200 ");
                wire.vanish();
            }
        }

        org.awaitility.Awaitility.await().until(() -> site.fetch(path, "Range", "bytes=0-9").statusCode() == 206);
    }

    private URI memberLink() {
        return site.links.forMember(clip.info().sha256(), "job-1", DAY).orElseThrow();
    }

    private static String token(URI link) {
        String name = link.getPath().substring("/media/".length());
        return name.substring(0, name.indexOf('.'));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
