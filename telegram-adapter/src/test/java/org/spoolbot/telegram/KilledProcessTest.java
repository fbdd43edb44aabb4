package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Seat;

/** kill -9 in the middle of the work, three times: 60 updates of 150 ms each, of four members. */
final class KilledProcessTest {
    private static final int UPDATES = 60;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private int first;

    @Test
    void nothingIsLostAndNothingThatWasMarkedIsDoneTwice() throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start(InstantSource.system())) {
            Path worked = folder.resolve("worked.txt");
            Files.createFile(worked);
            List<Seat> people = Stream.of("Ada", "Bob", "Cy", "Di").map(name -> telegram.person(name).privately()).toList();
            first = telegram.updates().lastId() + 1;
            List<Marks> marks = new ArrayList<>();
            for (int number = 0; number < UPDATES; number++) {
                people.get(number % people.size()).says("number " + number);
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                Process process = start(telegram, worked);
                try {
                    awaitLines(worked, process, kill * UPDATES / (KILLS + 2));
                } finally {
                    process.destroyForcibly().waitFor();
                }
                marks.add(new Marks(Files.readAllLines(worked).size(), marked(telegram)));
            }
            Process last = start(telegram, worked);
            try {
                awaitLines(worked, last, UPDATES);
                assertThat(telegram.updates().awaitAllConfirmed(PATIENCE)).isTrue();
            } finally {
                last.destroyForcibly().waitFor();
            }
            judge(Files.readAllLines(worked), marks);
        }
    }

    /** Marks that were on the disk when a process was killed, and how much was worked on by then. */
    private record Marks(int lines, Set<String> texts) {}

    private Set<String> marked(FakeTelegram telegram) {
        FileStore store = new FileStore(folder.resolve("store.log"));
        String prefix = "done/" + telegram.token().split(":")[0] + "/";
        return store.scan(prefix, "", UPDATES).keySet().stream()
                .map(key -> "number " + (Integer.parseInt(key.substring(prefix.length())) - first))
                .collect(Collectors.toSet());
    }

    /**
     * Nothing is missing, and nothing that was marked was done again. Between the work and its mark a kill may fall; that instant is the
     * only one, so at most one update of each line is worked on twice, and then no mark of it was there.
     */
    private static void judge(List<String> lines, List<Marks> marks) {
        Set<String> expected = IntStream.range(0, UPDATES).mapToObj(number -> "number " + number).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(lines)).as("lost").isEqualTo(expected);
        for (Marks at : marks) {
            assertThat(at.texts()).isNotEmpty();
            assertThat(lines.subList(at.lines(), lines.size())).as("done though it was marked").doesNotContainAnyElementsOf(at.texts());
        }
        System.out.println("killed " + KILLS + " times: lost 0, done twice " + (lines.size() - UPDATES) + " of " + UPDATES);
    }

    private Process start(FakeTelegram telegram, Path worked) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledProcess.class.getName(), telegram.apiUrl().toString(), folder.resolve("store.log").toString(), worked.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TELEGRAM_TOKEN", telegram.token());
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile()).start();
    }

    private void awaitLines(Path worked, Process process, int count) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (lines(worked) < count) {
            if (System.nanoTime() > until || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("only " + lines(worked) + " of " + count + " were worked on. " + Files.readString(folder.resolve("out.txt")));
            }
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            // What was done twice makes no other done.
            return lines.distinct().count();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
