package org.spoolbot.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's heap, measured from outside with the JDK's own tools. */
final class Heap {
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private Heap() {}

    /** What is left after a full collection. */
    static double liveMebibytes(Server server) throws Exception {
        jcmd(server, "GC.run");
        Matcher matcher = USED.matcher(jcmd(server, "GC.heap_info"));
        double kibibytes = 0;
        while (matcher.find()) {
            kibibytes += Double.parseDouble(matcher.group(1));
        }
        if (kibibytes == 0) {
            throw new AssertionError("the JVM tells no heap size");
        }
        return kibibytes / 1024;
    }

    private static String jcmd(Server server, String command) throws Exception {
        try (Child child = Child.start(List.of(tool("jcmd"), Long.toString(server.process().pid()), command), Map.of())) {
            child.awaitEnd(Duration.ofSeconds(60));
            return child.output();
        }
    }

    /** Watches the old generation ten times a second. */
    static Watch watch(Server server) throws IOException {
        return new Watch(Child.start(List.of(tool("jstat"), "-gc", Long.toString(server.process().pid()), "100"), Map.of()));
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** A watch over the old generation. */
    record Watch(Child child) implements AutoCloseable {
        double highestOldMebibytes() {
            List<String> lines = child.output().lines().toList();
            int column = List.of(lines.getFirst().strip().split("\\s+")).indexOf("OU");
            return lines.stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > column)
                    .mapToDouble(cells -> Double.parseDouble(cells[column]))
                    .max()
                    .orElseThrow() / 1024;
        }

        @Override
        public void close() {
            child.close();
        }
    }
}
