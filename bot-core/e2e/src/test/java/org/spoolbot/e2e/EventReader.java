package org.spoolbot.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Reads server-sent events into a timeline until it is closed or cut off. */
final class EventReader {
    private final InputStream stream;
    private final Timeline timeline;
    private volatile String lastId = "";

    private EventReader(InputStream stream, Timeline timeline) {
        this.stream = stream;
        this.timeline = timeline;
    }

    static EventReader open(HttpClient http, URI address, String lastEventId, Timeline timeline) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("no events: " + answer.statusCode());
        }
        EventReader reader = new EventReader(answer.body(), timeline);
        Thread.ofVirtual().start(reader::read);
        return reader;
    }

    private void read() {
        String type = "message";
        StringBuilder data = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    timeline.take(type, data.toString());
                    type = "message";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException closed) {
            // The server ended or the reader was closed: what was read stays.
        }
    }

    /** Stops listening; the id of the last event that was heard. */
    String close() {
        try {
            stream.close();
        } catch (IOException gone) {
            // It was cut off already.
        }
        return lastId;
    }
}
