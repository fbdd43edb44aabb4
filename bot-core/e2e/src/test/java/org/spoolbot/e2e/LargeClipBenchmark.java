package org.spoolbot.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A clip of 200 MiB from the gateway to the member: bytes stream through, the heap stays as it is. */
final class LargeClipBenchmark {
    private static final long SIZE = 200L << 20;

    private LargeClipBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned");
                Gate gate = Gate.before(sandbox)) {
            Home home = Home.open(folder.resolve("home")).withPaidGateway(gate.address(Ark.PATH), "key");
            try (Server server = Server.start(home, Map.of("SPOOLBOT_JAVA_OPTS", "-Xmx256m"));
                    Chat chat = Chat.joinAsAdmin(server, "ada")) {
                chat.awaitClip(chat.say("/video a warm-up --duration 4 --resolution 480p --now"));
                gate.padClips(SIZE);
                double before = Heap.liveMebibytes(server);
                try (Heap.Watch watch = Heap.watch(server)) {
                    Utterance clip = chat.awaitClip(chat.say("/video an epic --duration 4 --resolution 480p --now"));
                    chat.load(clip.files().getFirst(), folder.resolve("epic.mp4"));
                    double old = watch.highestOldMebibytes();
                    return List.of(
                            Benchmark.Figure.plain("size of the clip that arrived", clip.files().getFirst().size() / 1048576.0, "MiB"),
                            Benchmark.Figure.atMost("live heap after a 200 MiB clip went in and out, growth",
                                    Heap.liveMebibytes(server) - before, "MiB", 16),
                            Benchmark.Figure.atMost("old generation while it went through, growth", old - before, "MiB", 16));
                }
            }
        }
    }
}
