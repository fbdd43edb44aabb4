package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads when something is not as it should be. */
class OperatorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aSecondServerOnTheSameHomeSaysSoAndLeavesTheFirstAlone() throws Exception {
        Home home = Home.open(folder.resolve("home"));
        try (Server first = Server.start(home);
                Server second = Server.launch(home, Map.of())) {
            assertThat(second.process().awaitEnd(PATIENCE)).isNotZero();

            assertThat(second.output()).contains(home.path().toString()).doesNotContain("\tat ", "Exception");
            try (Chat chat = Chat.join(first, "ada")) {
                assertThat(chat.ask("/help").words()).contains("/video");
            }
        }
    }

    @Test
    void aTakenPortIsNamedWithTheSettingThatMovesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Server server = Server.launch(
                        Home.open(folder.resolve("home")), Map.of("SPOOLBOT_HTTP_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(server.process().awaitEnd(PATIENCE)).isNotZero();

            assertThat(server.output()).contains(Integer.toString(taken.getLocalPort())).doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnceWithTheirLines() throws Exception {
        Home home = Home.open(folder.resolve("home"))
                .write("config/spoolbot.yml", """
                        config-version: 1
                        languagee: en
                        time-zone: Mars/Olympus
                        http:
                          port: eighty
                        """)
                .write("plugins/playground/config.yml", """
                        config-version: 1
                        open: perhaps
                        """);
        try (Child check = Child.spoolbot(Map.of(), List.of("check", "--home", home.path().toString()))) {
            assertThat(check.awaitEnd(PATIENCE)).isEqualTo(2);

            assertThat(check.output())
                    .contains("spoolbot.yml:2", "languagee", "language")
                    .contains("spoolbot.yml:3", "Mars/Olympus")
                    .contains("spoolbot.yml:5", "eighty")
                    .contains("config.yml:2", "perhaps")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aServerWithFaultySettingsDoesNotStart() throws Exception {
        Home home = Home.open(folder.resolve("home")).write("config/spoolbot.yml", "config-version: 1\nlanguagee: en\n");
        try (Server server = Server.launch(home, Map.of())) {
            assertThat(server.process().awaitEnd(PATIENCE)).isEqualTo(2);

            assertThat(server.output()).contains("spoolbot.yml:2", "languagee");
        }
    }

    @Test
    void aBrokenPluginIsNamedAndEverythingElseRuns() throws Exception {
        Home home = Home.open(folder.resolve("home")).write("plugins/broken.jar", "this is no jar");
        try (Server server = Server.start(home);
                Chat chat = Chat.join(server, "ada")) {
            assertThat(server.output()).contains("broken.jar");
            assertThat(chat.ask("/help").words()).contains("/video");
        }
    }

    @Test
    void theFirstStartWritesCommentedSettingsThatPassTheirOwnCheck() throws Exception {
        Home home = new Home(folder.resolve("home"));
        try (Server server = Server.start(home)) {
            assertThat(server.stop()).isZero();
        }

        assertThat(Files.readString(home.path().resolve("config/spoolbot.yml"))).contains("#", "http:");
        assertThat(Files.readString(home.path().resolve("plugins/providers/config.yml"))).contains("ARK_API_KEY");
        try (Child check = Child.spoolbot(Map.of(), List.of("check", "--home", home.path().toString()))) {
            assertThat(check.awaitEnd(PATIENCE)).as(check.output()).isZero();
        }
    }

    @Test
    void theConsoleTakesCommandsFromAPipeAndStops() throws Exception {
        try (Server server = Server.start(Home.open(folder.resolve("home")))) {
            server.process().type("plugins list");
            server.process().awaitLine(line -> line.contains("playground") && !line.contains("plugins list"), PATIENCE);

            server.process().type("stop");

            assertThat(server.process().awaitEnd(PATIENCE)).isZero();
        }
    }
}
