package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is inside an mp4, seen by our own eyes for its boxes and by ffprobe, where it is installed, for its streams. */
record Clip(Path file) {
    /** The kinds of its top boxes in order. */
    List<String> boxes() throws IOException {
        byte[] content = Files.readAllBytes(file);
        List<String> boxes = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(content);
        long position = 0;
        while (position + 8 <= content.length) {
            long size = Integer.toUnsignedLong(buffer.getInt((int) position));
            boxes.add(new String(content, (int) position + 4, 4, StandardCharsets.US_ASCII));
            long length = size == 1 ? buffer.getLong((int) position + 8) : size;
            if (length < 8) {
                break;
            }
            position += length;
        }
        return boxes;
    }

    /** What ffprobe says; empty where it is not installed. */
    Optional<JsonNode> probe() throws IOException, InterruptedException {
        if (!installed("ffprobe")) {
            return Optional.empty();
        }
        List<String> command = List.of(
                "ffprobe", "-v", "error", "-print_format", "json", "-show_format", "-show_streams", "-count_packets", file.toString());
        try (Child probe = Child.start(command, Map.of())) {
            if (probe.awaitEnd(Duration.ofSeconds(30)) != 0) {
                throw new AssertionError("ffprobe refuses it: " + probe.output());
            }
            return Optional.of(Json.read(probe.output()));
        }
    }

    static boolean installed(String tool) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }

    /** The stream of a kind in ffprobe's answer. */
    static JsonNode stream(JsonNode probe, String kind) {
        for (JsonNode stream : probe.path("streams")) {
            if (stream.path("codec_type").asText().equals(kind)) {
                return stream;
            }
        }
        throw new AssertionError("no " + kind + " stream in " + probe);
    }
}
