package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.testkit.SettableClock;

/** Trap 3: the library reads streams into memory. */
final class LargeClipTest {
    private static final long LARGE = 49L << 20;
    private static final long YOUNG = 8L << 20;
    private static final long MOST_GROWTH = 16L << 20;

    @TempDir
    Path folder;

    @Test
    void aClipOf49MegabytesGoesOutWithoutStayingInMemory() throws Exception {
        try (Counter counter = new Counter(folder, SettableClock.atTen())) {
            Person ada = counter.started("Ada");
            Process child = new ProcessBuilder(command(counter, ada)).redirectErrorStream(true).start();
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();

            assertThat(output).contains("grew ");
            long grew = Long.parseLong(output.replaceAll("(?s).*grew (-?\\d+).*", "$1"));
            assertThat(grew + YOUNG).as("old generation and all of the young one").isLessThanOrEqualTo(MOST_GROWTH);
            assertThat(ada.privateChat().fromBot()).hasSize(2);
            assertThat(ada.privateChat().fromBot()).allSatisfy(
                    clip -> assertThat(clip.json().path("video").has("thumbnail")).as("no screen is needed to scale a poster").isTrue());
            assertThat(counter.telegram.world().file(ada.privateChat().fromBot().getLast().fileId().orElseThrow()).orElseThrow().size())
                    .isEqualTo(LARGE);
        }
    }

    private List<String> command(Counter counter, Person person) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx96m", "-Xmn" + YOUNG, "-Djava.awt.headless=false",
                "-cp", System.getProperty("java.class.path"),
                LargeClipMain.class.getName(),
                counter.telegram.apiUrl().toString(),
                counter.telegram.token(),
                Long.toString(person.id()),
                counter.file("small.mp4", MediaType.MP4, 1_000).path().toString(),
                counter.file("large.mp4", MediaType.MP4, LARGE).path().toString(),
                counter.picture("poster.jpg", 3840, 2160).path().toString());
    }
}
