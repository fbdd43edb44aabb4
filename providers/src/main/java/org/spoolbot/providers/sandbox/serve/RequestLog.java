package org.spoolbot.providers.sandbox.serve;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last requests, so that a test can read what was sent. Polls are kept apart, so that they push nothing else out. */
final class RequestLog {

    private static final int MOST = 1_000;
    private static final int LONGEST = 16 * 1024;
    private static final Pattern INLINE = Pattern.compile("(data:[a-z0-9/+.-]{1,60};base64,[A-Za-z0-9+/]{0,24})[A-Za-z0-9+/=]*");
    private static final Pattern SECRET = Pattern.compile("(Bearer\\s+(?=[\\w.-]{12})"
            + "|[?&\"][\\w-]{0,40}(?i:api[_-]?key|token|secret|signature|password)\"?[=:]\\s{0,9}\"?)[^\\s&\"]+");

    private final Deque<Entry> polls = new ArrayDeque<>();
    private final Deque<Entry> others = new ArrayDeque<>();
    private final Optional<String> apiKey;
    private long sequence;

    RequestLog(Optional<String> apiKey) {
        this.apiKey = apiKey;
    }

    /** A request that is being answered. */
    final class Entry {

        private final long number;
        private final String method;
        private final String path;
        private final String clientRequestId;
        private volatile String dialect = "";
        private volatile RecordedRequest.Body body = RecordedRequest.Body.NONE;
        private volatile int status;

        private Entry(long number, HttpExchange exchange) {
            this.number = number;
            method = exchange.getRequestMethod();
            path = masked(exchange.getRequestURI().toString());
            clientRequestId = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Client-Request-Id")).orElse("");
        }

        void belongsTo(Front front) {
            dialect = front.dialect().word();
            add(this);
        }

        void note(String text) {
            body = new RecordedRequest.Body(masked(text), List.of());
        }

        void note(List<RecordedRequest.Part> parts) {
            List<RecordedRequest.Part> clean = parts.stream()
                    .map(part -> new RecordedRequest.Part(
                            part.name(), part.fileName(), part.contentType(), masked(part.text()), part.bytes()))
                    .toList();
            body = new RecordedRequest.Body("", clean);
        }

        void answered(int answer) {
            status = answer;
        }

        private RecordedRequest snapshot() {
            return new RecordedRequest(dialect, method, path, status, body, clientRequestId);
        }
    }

    synchronized Entry begin(HttpExchange exchange) {
        return new Entry(sequence++, exchange);
    }

    private synchronized void add(Entry entry) {
        Deque<Entry> list = entry.method.equals("GET") ? polls : others;
        list.addLast(entry);
        if (list.size() > MOST) {
            list.removeFirst();
        }
    }

    synchronized List<RecordedRequest> oldestFirst() {
        return Stream.concat(polls.stream(), others.stream())
                .sorted(Comparator.comparingLong(entry -> entry.number))
                .map(Entry::snapshot)
                .toList();
    }

    private String masked(String text) {
        String shorter = INLINE.matcher(text).replaceAll("$1...");
        String cut = shorter.length() > LONGEST ? shorter.substring(0, LONGEST) : shorter;
        String known = apiKey.filter(key -> !key.isEmpty()).map(key -> cut.replace(key, "****")).orElse(cut);
        return SECRET.matcher(known).replaceAll("$1****");
    }
}
