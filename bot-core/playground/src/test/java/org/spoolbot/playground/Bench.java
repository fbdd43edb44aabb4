package org.spoolbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.http.HttpResponse.EventSink;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.Upload;
import org.spoolbot.testkit.CapturedRoutes;
import org.spoolbot.testkit.FakeRequest;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;
import org.spoolbot.testkit.SettableClock;

/** A playground without a server: the real parts on fakes of the server's side. */
final class Bench {
    static final String SHA = "ab".repeat(32);

    final JsonMapper json = JsonMapper.builder().build();
    final SettableClock clock = SettableClock.atTen();
    final AtomicBoolean paid = new AtomicBoolean();
    final RecordingInbox inbox = new RecordingInbox(List.of(CommandSpec.of("video", "video.description", List.of())));
    final CapturedRoutes routes = new CapturedRoutes();
    final Doorkeeper doorkeeper;
    final ChatLog log;
    final PlaygroundPlatform platform;
    final MediaFile file;

    Bench(Path folder, MemoryStore store, boolean open) {
        doorkeeper = new Doorkeeper(open, paid::get);
        log = new ChatLog(store, json, 20);
        MessageIds ids = new MessageIds(clock);
        platform = new PlaygroundPlatform(log, new MessageRenderer(json), ids, clock);
        platform.start(inbox);
        MediaInfo info = new MediaInfo(SHA, MediaType.MP4, 9, Optional.empty(), Optional.empty());
        file = new MediaFile(info, folder.resolve("clip.mp4"));
        UploadShelf shelf = new UploadShelf(folder.resolve("uploads"), clock);
        new Endpoints(doorkeeper, platform, log, new OneFile(file), shelf, json, clock).register(routes);
        new Speaking(doorkeeper, platform, log, shelf, json, clock, ids).register(routes);
    }

    /** Opens a session and gives its cookie's value. */
    String enter(String body) throws HttpException, IOException {
        String cookie = routes.answer(FakeRequest.post("/api/session", body)).headers().get("Set-Cookie");
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    FakeRequest as(String token, FakeRequest request) {
        return request.cookie(Doorkeeper.COOKIE, token);
    }

    JsonNode body(HttpResponse response) throws IOException {
        HttpResponse.Body.Bytes bytes = (HttpResponse.Body.Bytes) response.body();
        return json.readTree(new String(bytes.content(), StandardCharsets.UTF_8));
    }

    /** Reads a stream of events until the word that all was told. */
    List<Heard> hear(String token, Optional<String> lastEventId) throws Exception {
        FakeRequest request = as(token, FakeRequest.get("/api/events"));
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse.Body.Events events = (HttpResponse.Body.Events) routes.answer(request).body();
        UntilReady sink = new UntilReady();
        try {
            events.source().stream(sink);
        } catch (UntilReady.Enough enough) {
            return sink.heard;
        }
        return sink.heard;
    }

    record Heard(String id, String type, String data) {}

    private static final class UntilReady implements EventSink {
        private final List<Heard> heard = new ArrayList<>();

        @Override
        public void send(String id, String event, String data) throws IOException {
            heard.add(new Heard(id, event, data));
            if (event.equals("ready")) {
                throw new Enough();
            }
        }

        @Override
        public void ping() {}

        private static final class Enough extends IOException {
            private static final long serialVersionUID = 1L;
        }
    }

    private record OneFile(MediaFile file) implements MediaLibrary {
        @Override
        public Intake take(MemberId owner, Upload upload) {
            return new Intake.Stored(file, upload.name());
        }

        @Override
        public Optional<MediaFile> find(String sha256) {
            return sha256.equals(file.info().sha256()) ? Optional.of(file) : Optional.empty();
        }
    }
}
