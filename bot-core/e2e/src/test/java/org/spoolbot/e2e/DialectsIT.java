package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every gateway makes what it can, from the chat to the clip, over its own wire. */
class DialectsIT {
    private static final String KEY = "key-that-must-not-leak";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static Path dance;
    private static final Map<Gateway, Server> SERVERS = new EnumMap<>(Gateway.class);

    /** What a gateway takes beyond words. */
    private enum Takes {
        FRAMES,
        VIDEOS,
        AUDIOS
    }

    private enum Gateway {
        LAOZHANG_MULTIPART("laozhang-multipart", "", "offers: {}", "seedance", Set.of(Takes.FRAMES, Takes.VIDEOS)),
        LAOZHANG_VIDEOS("laozhang-videos", "", "offers: {}", "seedance-fast", Set.of(Takes.VIDEOS, Takes.AUDIOS)),
        KYY("kyyvideo2", "/kyyReactApiServer", "offers: {}", "seedance-fast-pro", Set.of(Takes.values())),
        EVOLINK("evolink", "", "offers: { callbacks: true }", "seedance", Set.of(Takes.values())),
        EVOLINK_WITH_UPLOADS("evolink", "", "offers: { uploads: true, upload-url: %s }", "seedance", Set.of(Takes.values())),
        APIYI("ark", "/seedance/api/v3", "offers: {}", "seedance-fast", Set.of(Takes.values())),
        ARK("ark", "/api/v3", "offers: { lists-tasks: true, cancels: true, callbacks: true }", "seedance-fast", Set.of(Takes.values()));

        private final String dialect;
        private final String path;
        private final String offers;
        private final String model;
        private final Set<Takes> takes;

        Gateway(String dialect, String path, String offers, String model, Set<Takes> takes) {
            this.dialect = dialect;
            this.path = path;
            this.offers = offers;
            this.model = model;
            this.takes = takes;
        }

        String settings() {
            return """
                    config-version: 1
                    sandbox: off
                    providers:
                      - id: gateway
                        dialect: %s
                        base-url: %s
                        api-key: %s
                        %s
                        models:
                          %s: { price: { per-clip: 0.01 } }
                    """.formatted(dialect, sandbox.address() + path, KEY, offers.formatted(sandbox.address()), model);
        }

        boolean takes(Takes what) {
            return takes.contains(what);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start("--canned", "--queue-time", "0", "--render-time", "0");
        try (Sandbox renderer = Sandbox.start("--queue-time", "0", "--render-time", "0")) {
            dance = Samples.clip(renderer, folder, "dance.mp4");
        }
        for (Gateway gateway : Gateway.values()) {
            int port = Server.freePort();
            Home home = Home.open(folder.resolve(gateway.name()))
                    .write("plugins/providers/config.yml", gateway.settings())
                    .askingEverySecond();
            SERVERS.put(gateway, Server.start(home, Map.of(
                    "SPOOLBOT_HTTP_PORT", Integer.toString(port), "SPOOLBOT_PUBLIC_URL", "http://127.0.0.1:" + port)));
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(Server::close);
        sandbox.close();
    }

    private static Chat chat(Gateway gateway, String user) throws Exception {
        return Chat.joinAsAdmin(SERVERS.get(gateway), user);
    }

    private static Path made(Gateway gateway, String user, String words, Path... files) throws Exception {
        try (Chat chat = chat(gateway, user)) {
            Utterance delivered = chat.awaitClip(chat.say("/video " + words + " --duration 4 --now", files));
            return chat.load(delivered.files().getFirst(), folder.resolve(gateway + "-" + user + ".mp4"));
        }
    }

    private static void plays(Path clip) throws IOException {
        assertThat(new Clip(clip).boxes()).contains("ftyp", "moov", "mdat");
    }

    @ParameterizedTest
    @EnumSource(Gateway.class)
    void wordsBecomeAClipAndTheKeyIsNowhere(Gateway gateway) throws Exception {
        plays(made(gateway, "words", "a red kite over dunes"));
        theKeyIsNowhere(SERVERS.get(gateway));
    }

    @ParameterizedTest
    @EnumSource(Gateway.class)
    void onePictureStartsTheClip(Gateway gateway) throws Exception {
        assumeTrue(gateway.takes(Takes.FRAMES));
        plays(made(gateway, "first", "the sun rises", Samples.picture(folder, gateway + "f.png", 640, 480, 1)));
    }

    @ParameterizedTest
    @EnumSource(Gateway.class)
    void twoPicturesStartAndEndTheClip(Gateway gateway) throws Exception {
        assumeTrue(gateway.takes(Takes.FRAMES));
        Path first = Samples.picture(folder, gateway + "a.png", 640, 480, 1);
        Path last = Samples.picture(folder, gateway + "b.png", 640, 480, 2);
        plays(made(gateway, "firstlast", "day becomes night", first, last));
    }

    @ParameterizedTest
    @EnumSource(Gateway.class)
    void filesOfEveryKindAreReferredToInTheWords(Gateway gateway) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            files.add(Samples.picture(folder, gateway + "r" + number + ".png", 640, 480, number));
        }
        String words = "@image1 and @image2 dance before @image3";
        if (gateway.takes(Takes.VIDEOS)) {
            files.add(dance);
            words += " like @video1";
        }
        if (gateway.takes(Takes.AUDIOS)) {
            files.add(Samples.silence(folder, gateway + "s.wav", 3));
            words += " to @audio1";
        }
        plays(made(gateway, "references", words, files.toArray(Path[]::new)));
    }

    @ParameterizedTest
    @EnumSource(Gateway.class)
    void aFailureIsToldInWordsAndCostsNothing(Gateway gateway) throws Exception {
        try (Chat chat = chat(gateway, "unlucky")) {
            chat.say("/video a kite [sandbox:fail=content_policy_violation] --duration 4 --now");
            Utterance told = chat.await("the end", message -> message.fromBot() && message.words().contains("Given back"));
            assertThat(told.words()).doesNotContain("content_policy_violation");
        }
    }

    /** In nothing that the server wrote while it worked. */
    private static void theKeyIsNowhere(Server server) throws IOException {
        assertThat(server.output()).doesNotContain(KEY);
        try (var files = Files.walk(server.home().path())) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("plugins/providers/config.yml")).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(KEY);
            }
        }
    }
}
