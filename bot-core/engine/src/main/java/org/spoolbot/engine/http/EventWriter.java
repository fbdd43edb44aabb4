package org.spoolbot.engine.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.spoolbot.api.http.HttpResponse.EventSink;

/** Writes server-sent events and flushes each. */
final class EventWriter implements EventSink {
    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized void send(String id, String event, String data) throws IOException {
        StringBuilder text = new StringBuilder();
        field(text, "id", id);
        field(text, "event", event);
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        if (data.isEmpty()) {
            text.append("data:\n");
        }
        flushed(text.append('\n').toString());
    }

    @Override
    public synchronized void ping() throws IOException {
        flushed(":\n\n");
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append(": ").append(value.replaceAll("[\\r\\n\\x00]", " ")).append('\n');
        }
    }

    private void flushed(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
