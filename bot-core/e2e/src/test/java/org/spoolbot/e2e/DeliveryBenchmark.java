package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the moment a clip is ready at the gateway to the moment the member has it, and how often the gateway was asked. */
final class DeliveryBenchmark {
    static final double QUEUE_SECONDS = 1;
    static final double RENDER_SECONDS = 12;
    private static final int JOBS = 40;
    static final String SETTINGS = "config-version: 1\njobs:\n  max-running: " + JOBS + "\n";

    private DeliveryBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "" + QUEUE_SECONDS, "--render-time", "" + RENDER_SECONDS);
                Gate gate = Gate.before(sandbox)) {
            Home home = Home.open(folder.resolve("home")).withPaidGateway(gate.address(Ark.PATH), "key").write("config/spoolbot.yml", SETTINGS);
            List<Double> delays = measure(Server.start(home), sandbox);
            List<Double> polls = polls(sandbox);
            return List.of(
                    Benchmark.Figure.atMost("ready at the gateway to delivered, median", Benchmark.median(delays), "s", 2),
                    Benchmark.Figure.plain("ready at the gateway to delivered, longest", Benchmark.percentile(delays, 100), "s"),
                    Benchmark.Figure.atMost("polls of a job, median", Benchmark.median(polls), "", 6),
                    Benchmark.Figure.plain("polls of a job, most", Benchmark.percentile(polls, 100), ""));
        }
    }

    /** Orders on that server, which is closed in the end; the seconds from ready to delivered. */
    static List<Double> measure(Server started, Sandbox sandbox) throws Exception {
        try (Server server = started;
                Chat chat = Chat.joinAsAdmin(server, "ada")) {
            order(chat, "warm-up", 8);
            order(chat, "measured", JOBS);
            return delays(chat, sandbox);
        }
    }

    private static void order(Chat chat, String prompt, int count) throws Exception {
        List<String> asked = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            asked.add(chat.say("/video " + prompt + " " + number + " --duration 4 --resolution 480p --now"));
        }
        for (String id : asked) {
            chat.await("the clip for " + id, message -> message.hasClip() && message.json().path("replyTo").asText().equals(id));
        }
    }

    private static List<Double> delays(Chat chat, Sandbox sandbox) throws Exception {
        Map<String, Double> created = new HashMap<>();
        for (JsonNode task : sandbox.tasks()) {
            created.put(task.path("prompt").asText(), seconds(task.path("createdAt").asText()));
        }
        Map<String, String> prompts = new HashMap<>();
        chat.messages().forEach(message -> prompts.put(message.id(), message.text()));
        List<Double> delays = new ArrayList<>();
        for (Utterance clip : chat.clips()) {
            String asked = prompts.get(clip.json().path("replyTo").asText());
            String prompt = asked.replaceAll("^/video | --.*$", "");
            if (prompt.startsWith("measured")) {
                delays.add(seconds(clip.json().path("at").asText()) - created.get(prompt) - QUEUE_SECONDS - RENDER_SECONDS);
            }
        }
        return delays;
    }

    private static double seconds(String instant) {
        return java.time.Instant.parse(instant).toEpochMilli() / 1000.0;
    }

    static List<Double> polls(Sandbox sandbox) throws Exception {
        List<Double> polls = new ArrayList<>();
        for (JsonNode task : sandbox.tasks()) {
            if (task.path("prompt").asText().startsWith("measured")) {
                polls.add(task.path("polls").asDouble());
            }
        }
        return polls;
    }
}
