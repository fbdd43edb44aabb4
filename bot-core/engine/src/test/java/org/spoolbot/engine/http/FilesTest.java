package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    private static final String ADDRESS = "/plugins/demo/clip";

    @TempDir
    Path home;

    private Path clip;
    private Site site;

    @BeforeEach
    void open() throws Exception {
        clip = Files.writeString(home.resolve("clip.mp4"), "0123456789");
        site = Site.in(home).open();
        site.get("/clip", request -> org.spoolbot.api.http.HttpResponse.file(clip, "video/mp4"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aFileComesWhole() throws Exception {
        var answer = site.fetch(ADDRESS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
        assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=7-, 789, bytes 7-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10",
        "bytes=5-99, 56789, bytes 5-9/10"
    })
    void aPlayerThatJumpsGetsThePartItAsksFor(String range, String part, String contentRange) throws Exception {
        var answer = site.fetch(ADDRESS, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(part);
        assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(part.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=-0", "bytes=99-100"})
    void aPartThatIsNotThereIsRefusedWithTheSize(String range) throws Exception {
        var answer = site.fetch(ADDRESS, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=4-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "bytes=9999999999999999999999-"})
    void aRangeThatMeansNothingOrManyThingsIsAnsweredWithTheWhole(String range) throws Exception {
        var answer = site.fetch(ADDRESS, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
    }

    @Test
    void aClientThatHasTheFileIsToldSo() throws Exception {
        String tag = header(site.fetch(ADDRESS), "ETag");

        var answer = site.fetch(ADDRESS, "If-None-Match", "\"other\", W/" + tag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aDownloadThatGoesOnNeverMixesTwoFiles() throws Exception {
        String tag = header(site.fetch(ADDRESS), "ETag");
        assertThat(site.fetch(ADDRESS, "Range", "bytes=5-", "If-Range", tag).body()).isEqualTo("56789");

        Files.writeString(clip, "abcdefghij");
        Files.setLastModifiedTime(clip, FileTime.fromMillis(1));

        var answer = site.fetch(ADDRESS, "Range", "bytes=5-", "If-Range", tag);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("abcdefghij");
    }

    @Test
    void headTellsTheLengthAndIgnoresRanges() throws Exception {
        var answer = site.send(site.to(ADDRESS).method("HEAD", BodyPublishers.noBody()).header("Range", "bytes=2-4"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("10");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsNotFound() throws Exception {
        Files.delete(clip);

        var answer = site.fetch(ADDRESS);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @Test
    void anEmptyFileIsSentAsOne() throws Exception {
        Files.writeString(clip, "");

        assertThat(site.fetch(ADDRESS).statusCode()).isEqualTo(200);
        assertThat(site.fetch(ADDRESS, "Range", "bytes=0-").statusCode()).isEqualTo(416);
    }

    @Test
    void aFileCanBeTheBodyOfAnotherStatus() throws Exception {
        site.get("/lost", request -> new org.spoolbot.api.http.HttpResponse(
                404, java.util.Map.of("Content-Type", "text/html"), new org.spoolbot.api.http.HttpResponse.Body.File(clip)));

        var answer = site.fetch("/plugins/demo/lost", "Range", "bytes=2-4");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("0123456789");
    }

    @Test
    void aLargeFileArrivesByteForByte() throws Exception {
        byte[] content = new byte[3_000_001];
        new java.util.Random(7).nextBytes(content);
        Files.write(clip, content);

        assertThat(site.send(site.to(ADDRESS), HttpResponse.BodyHandlers.ofByteArray()).body()).isEqualTo(content);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
