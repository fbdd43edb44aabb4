package org.spoolbot.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Many rounds of {@link CrashRound} at every kill point; prints the totals. Arguments: rounds, jobs of a round. */
public final class CrashRuns {
    private static final int ROUNDS = 20;
    private static final int JOBS = 10;

    private long jobs;
    private long succeeded;
    private long unknown;
    private long cut;
    private long created;
    private long delivered;
    private long faults;

    private CrashRuns() {}

    /** Runs them all; the exit status tells whether anything was wrong. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : JOBS;
        CrashRuns runs = new CrashRuns();
        for (CrashRound.KillPoint point : CrashRound.KillPoint.values()) {
            for (int round = 1; round <= rounds; round++) {
                runs.run(point, round, jobs);
            }
        }
        System.out.printf(
                "%d jobs: %d succeeded, %d delivered, %d unknown of %d cut calls, %d created, %d faults%n",
                runs.jobs, runs.succeeded, runs.delivered, runs.unknown, runs.cut, runs.created, runs.faults);
        System.exit(runs.faults == 0 ? 0 : 1);
    }

    private void run(CrashRound.KillPoint point, int round, int count) throws Exception {
        Path folder = Files.createTempDirectory("spoolbot-crash-");
        CrashRound.Outcome outcome = new CrashRound(folder, count).run(point);
        jobs += outcome.jobs();
        succeeded += outcome.succeeded();
        unknown += outcome.unknown();
        cut += outcome.cut();
        created += outcome.created();
        delivered += outcome.delivered();
        faults += outcome.faults().size();
        System.out.println(round + " " + outcome);
        if (outcome.faults().isEmpty()) {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
