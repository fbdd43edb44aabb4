package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;

class FormTest {
    private static final HttpRequest.PartLimits LIMITS = new HttpRequest.PartLimits(100_000, 50_000, 3);
    private static final String TYPE = "multipart/form-data; boundary=XXX";

    @TempDir
    Path home;

    private final List<Integer> filesWhileHandled = new CopyOnWriteArrayList<>();
    private Site site;

    @BeforeEach
    void open() {
        site = Site.in(home).open();
        site.post("/form", request -> {
            StringJoiner seen = new StringJoiner("\n");
            for (HttpRequest.Part part : request.parts(LIMITS)) {
                seen.add(part.name() + "|" + part.fileName().orElse("-") + "|" + part.contentType().orElse("-") + "|" + part.size());
            }
            filesWhileHandled.add(site.leftovers().size());
            return HttpResponse.text(200, "text/plain; charset=utf-8", seen.toString());
        });
    }

    @org.junit.jupiter.api.AfterEach
    void close() {
        site.close();
    }

    @Test
    void fieldsAndFilesArriveWithNameTypeAndSize() throws Exception {
        var answer = send(field("text", "hello ä") + file("files", "cat.png", "image/png", "meow"));

        assertThat(answer.body()).isEqualTo("text|-|-|8\nfiles|cat.png|image/png|4");
    }

    @Test
    void partsLieOnDiskOnlyWhileTheyAreHandled() throws Exception {
        send(file("files", "cat.png", "image/png", "x".repeat(40_000)));

        assertThat(filesWhileHandled).containsExactly(1);
        await().until(() -> site.leftovers().isEmpty());
    }

    @Test
    void aFieldIsReadAsTextAndAFileIsTaken() throws Exception {
        Path target = home.resolve("taken");
        site.post("/take", request -> {
            List<HttpRequest.Part> parts = request.parts(LIMITS);
            parts.get(1).moveTo(target);
            return HttpResponse.text(200, "text/plain; charset=utf-8", parts.get(0).text());
        });

        var answer = send("/plugins/demo/take", TYPE, field("text", "hello ä") + file("f", "cat.png", "image/png", "meow"));

        assertThat(answer.body()).isEqualTo("hello ä");
        assertThat(target).hasContent("meow");
        await().until(() -> site.leftovers().isEmpty());
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws Exception {
        Path target = Files.writeString(home.resolve("mine"), "mine");
        site.post("/take", request -> {
            try {
                request.parts(LIMITS).getFirst().moveTo(target);
                return HttpResponse.empty(204);
            } catch (FileAlreadyExistsException refused) {
                return HttpResponse.empty(409);
            }
        });

        assertThat(send("/plugins/demo/take", TYPE, file("f", "cat.png", "image/png", "meow")).statusCode()).isEqualTo(409);
        assertThat(target).hasContent("mine");
        await().until(() -> site.leftovers().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "/etc/passwd,passwd", "C:\\\\dir\\\\cat.png,cat.png", "..,file", "a/..,file", "cat .png,cat .png"})
    void aFileNameIsNeverAPath(String claimed, String seen) throws Exception {
        assertThat(send(file("f", claimed, "image/png", "meow")).body()).isEqualTo("f|" + seen + "|image/png|4");
    }

    @Test
    void aPartThatIsTooLargeIsRefused() throws Exception {
        refused(send(file("f", "cat.png", "image/png", "x".repeat(50_001))), 413);
    }

    @Test
    void aFieldThatIsTooLargeIsRefusedToo() throws Exception {
        refused(send(field("text", "x".repeat(50_001))), 413);
    }

    @Test
    void aFormThatDeclaresTooMuchIsRefused() throws Exception {
        String two = file("a", "a", "x/y", "x".repeat(49_990)) + file("b", "b", "x/y", "x".repeat(49_990));
        refused(send(two), 413);
    }

    @Test
    void aFormThatTurnsOutTooLargeIsRefused() throws Exception {
        byte[] form = (file("a", "a", "x/y", "x".repeat(49_990)) + file("b", "b", "x/y", "x".repeat(49_990)) + "--XXX--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var undeclared = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(form));
        refused(site.send(site.to("/plugins/demo/form").header("Content-Type", TYPE).POST(undeclared)), 413);
    }

    @Test
    void tooManyPartsAreRefused() throws Exception {
        refused(send(field("a", "1") + field("b", "2") + field("c", "3") + field("d", "4")), 413);
    }

    @Test
    void whatIsNoFormIsMalformed() throws Exception {
        refused(send("/plugins/demo/form", "text/plain", "hello"), 400);
        refused(send("/plugins/demo/form", "multipart/form-data", field("a", "1")), 400);
        refused(send("/plugins/demo/form", "multipart/form-data; boundary=YYY", field("a", "1")), 400);
        refused(site.send(site.to("/plugins/demo/form").POST(BodyPublishers.noBody())), 400);
    }

    @Test
    void theNameOfTheMediaTypeMayBeWrittenInAnyCase() throws Exception {
        assertThat(send("/plugins/demo/form", "Multipart/Form-Data; boundary=XXX", field("a", "1")).body()).isEqualTo("a|-|-|1");
    }

    @Test
    void aFormWithoutItsEndIsMalformed() throws Exception {
        var half = BodyPublishers.ofString(file("f", "cat.png", "image/png", "meow"));
        refused(site.send(site.to("/plugins/demo/form").header("Content-Type", TYPE).POST(half)), 400);
    }

    @Test
    void aPartWithEndlessHeadersIsRefused() throws Exception {
        String form = "--XXX\r\nContent-Disposition: form-data; name=\"a\"\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n1\r\n";
        int status = send(form).statusCode();
        assertThat(status).isBetween(400, 413);
        await().until(() -> site.leftovers().isEmpty());
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws Exception {
        try (Wire wire = Wire.to(site.server.port())) {
            wire.write("POST /plugins/demo/form HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE
                    + "\r\nContent-Length: 49000\r\n\r\n--XXX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n"
                    + "x".repeat(30_000));
            await().until(() -> site.leftovers().size() == 1);

            wire.vanish();

            await().until(() -> site.leftovers().isEmpty());
            assertThat(filesWhileHandled).isEmpty();
        }
    }

    @Test
    void whatAKilledProcessLeftIsGoneAfterTheNextStart() throws Exception {
        site.close();
        Files.writeString(home.resolve("http-work/MultiPart123"), "half a form");

        open();

        assertThat(site.leftovers()).isEmpty();
    }

    private void refused(java.net.http.HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":");
        await().until(() -> site.leftovers().isEmpty());
        assertThat(filesWhileHandled).isEmpty();
    }

    private java.net.http.HttpResponse<String> send(String parts) throws IOException, InterruptedException {
        return send("/plugins/demo/form", TYPE, parts);
    }

    private java.net.http.HttpResponse<String> send(String path, String type, String parts) throws IOException, InterruptedException {
        return site.send(site.to(path).header("Content-Type", type).POST(BodyPublishers.ofString(parts + "--XXX--\r\n")));
    }

    private static String field(String name, String value) {
        return "--XXX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String fileName, String type, String content) {
        return "--XXX\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: "
                + type + "\r\n\r\n" + content + "\r\n";
    }
}
