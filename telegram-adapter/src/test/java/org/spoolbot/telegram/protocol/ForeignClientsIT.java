package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;

/** Libraries that we do not use find the same Bot API, each in a process of its own. Run by {@code -Pclients}. */
@Tag("clients")
class ForeignClientsIT {
    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();
    private static final Path LIBRARIES = Path.of("target/clients").toAbsolutePath();
    private static final Duration DOWNLOADS_TAKE = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final FakeTelegram telegram = FakeTelegram.start(InstantSource.system());

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void grammy_echoes_a_file() throws Exception {
        Path folder = LIBRARIES.resolve("grammy");
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "echo.mjs")) {
            Files.write(folder.resolve(file), Files.readAllBytes(CLIENTS.resolve("grammy").resolve(file)));
        }
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            run("npm", List.of("npm", "install", "--prefix", folder.toString(), "--no-package-lock", "--no-audit", "--no-fund"));
        }
        echoes(List.of("node", folder.resolve("echo.mjs").toString()));
        assertThat(telegram.world().menus().commands("all_private_chats", "")).containsExactly("video");
    }

    @Test
    void pengrad_echoes_a_file() throws Exception {
        Path folder = LIBRARIES.resolve("pengrad");
        if (!Files.isDirectory(folder)) {
            String pom = CLIENTS.resolve("pengrad").resolve("pom.xml").toString();
            run("pengrad-libraries", List.of("mvn", "-q", "-B", "-f", pom, "dependency:copy-dependencies", "-DoutputDirectory=" + folder));
        }
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        echoes(List.of(java, "-cp", folder + "/*", CLIENTS.resolve("pengrad/PengradClient.java").toString()));
    }

    private void echoes(List<String> command) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(telegram.apiUrl().toString(), telegram.token()));
        try (Program client = Program.start(LIBRARIES.resolve("client.txt"), whole)) {
            Person ada = telegram.person("Ada");
            Chat chat = ada.privateChat();
            ada.privately().starts("group-42");
            chat.await(message -> message.text().equals("hello group-42"), SOON);
            byte[] picture = FakeTelegramTest.picture("jpeg", 640, 480);
            Posted sent = ada.privately().sends(Media.photo(picture), "");
            Posted echo = chat.await(message -> message.kind().filter(Kind.VIDEO::equals).isPresent(), SOON);
            assertThat(echo.text()).isEqualTo("echo of " + picture.length + " bytes");
            assertThat(echo.repliesTo()).hasValue(sent.id());
            assertThat(telegram.world().file(echo.fileId().orElseThrow()).orElseThrow().bytes()).isEqualTo(picture);
            assertThat(telegram.updates().awaitAllConfirmed(SOON)).isTrue();
            Press press = ada.privately().taps(echo, "More");
            assertThat(press.awaitAnswer(SOON)).isTrue();
            assertThat(press.text()).isEqualTo("got more");
            echo.await(message -> message.text().equals("pressed"), SOON);
            int exit = client.awaitEnd(SOON);
            assertThat(exit).as(client.output()).isZero();
            assertThat(client.output()).contains("all fits");
        }
        assertThat(telegram.violations().all()).isEmpty();
    }

    private static void run(String name, List<String> command) throws Exception {
        try (Program program = Program.start(LIBRARIES.resolve(name + ".txt"), command)) {
            int exit = program.awaitEnd(DOWNLOADS_TAKE);
            assertThat(exit).as(program.output()).isZero();
        }
    }
}
