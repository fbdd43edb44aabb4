package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.discord.fake.Interaction;

/** A client that is not the one Spoolbot uses holds the Discord of the tests to the real protocol. Run by {@code -Pclients}. */
@Tag("clients")
class DiscordClientsIT {
    private static final Path CLIENT = Path.of("../../discord-adapter/src/test/clients/discord-js").toAbsolutePath().normalize();
    private static final Path COPY = Path.of("target/clients/discord-js").toAbsolutePath();
    private static final Duration DOWNLOADS_TAKE = Duration.ofMinutes(5);
    private static final Duration ANSWERS_TAKE = Duration.ofMinutes(1);

    @Test
    void discord_js_logs_in_registers_a_command_and_answers_it() throws Exception {
        fetch();
        try (FakeDiscord discord = FakeDiscord.start(InstantSource.system())) {
            Guild guild = discord.world().guild("Kite club");
            URI unversioned = discord.apiUrl().resolve("../../api");
            List<String> command = List.of("node", COPY.resolve("login.mjs").toString(), unversioned.toString(), discord.token());
            try (Child client = Child.start(command, Map.of())) {
                client.awaitLine("registered"::equals, ANSWERS_TAKE);
                Interaction echo = discord.person("ada").in(guild.general()).slash("echo", Map.of("text", "a red kite"));

                assertThat(echo.original().content()).isEqualTo("Again: a red kite");
                assertThat(echo.followUps(1)).singleElement().satisfies(whisper -> {
                    assertThat(whisper.content()).isEqualTo("Between us");
                    assertThat(whisper.ephemeral()).isTrue();
                });
                assertThat(client.awaitEnd(ANSWERS_TAKE)).as(client.output()).isZero();
                assertThat(client.output()).contains("all fits");
            }
            assertThat(discord.violations().all()).isEmpty();
        }
    }

    private static void fetch() throws Exception {
        Files.createDirectories(COPY);
        for (String file : List.of("package.json", "login.mjs")) {
            Files.write(COPY.resolve(file), Files.readAllBytes(CLIENT.resolve(file)));
        }
        if (Files.isDirectory(COPY.resolve("node_modules"))) {
            return;
        }
        List<String> install = List.of("npm", "install", "--prefix", COPY.toString(), "--no-package-lock", "--no-audit", "--no-fund");
        try (Child npm = Child.start(install, Map.of())) {
            assertThat(npm.awaitEnd(DOWNLOADS_TAKE)).as(npm.output()).isZero();
        }
    }
}
