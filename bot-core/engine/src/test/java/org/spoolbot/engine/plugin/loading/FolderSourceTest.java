package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSourceTest {
    @TempDir
    Path folder;

    private Path shipped;
    private Path home;

    @BeforeEach
    void folders() {
        shipped = folder.resolve("installation/plugins");
        home = folder.resolve("home of ada/plugins");
    }

    private Discovery discover() {
        return new FolderSource(List.of(shipped, home)).discover();
    }

    private static List<String> ids(Discovery discovery) {
        return discovery.candidates().stream().map(candidate -> candidate.descriptor().id()).toList();
    }

    @Test
    void pluginsOfBothFoldersAreFound() throws IOException {
        PluginJar.of("discord").into(shipped, "discord.jar");
        PluginJar.of("alpha").file("messages.properties", "hello=Hello").into(home, "alpha 1.jar");
        Files.writeString(home.resolve("notes.txt"), "not a plugin");
        Files.createDirectories(home.resolve("alpha"));

        Discovery discovery = discover();

        assertThat(ids(discovery)).containsExactly("alpha", "discord");
        assertThat(discovery.candidates().getFirst().files().text("messages.properties")).contains("hello=Hello");
        assertThat(discovery.refusals()).isEmpty();
        assertThat(discovery.notes()).isEmpty();
    }

    @Test
    void aServerWithoutPluginFoldersStarts() {
        assertThat(discover()).isEqualTo(new Discovery(List.of(), List.of(), List.of()));
    }

    @Test
    void theOperatorsJarWinsOverTheOneThatCameAndTheLogSaysBothPaths() throws IOException {
        Path loser = PluginJar.of("discord").into(shipped, "discord.jar");
        Path winner = PluginJar.of("discord").into(home, "discord-fixed.jar");

        Discovery discovery = discover();

        assertThat(discovery.candidates()).singleElement().satisfies(one -> assertThat(one.jar()).contains(winner));
        assertThat(discovery.notes()).containsExactly("plugin discord: " + winner + " takes the place of " + loser);
    }

    @Test
    void aHomeThatIsTheInstallationDoesNotSeeItsPluginsTwice() throws IOException {
        PluginJar.of("discord").into(shipped, "discord.jar");

        Discovery discovery = new FolderSource(List.of(shipped, shipped.resolve("../plugins"))).discover();

        assertThat(ids(discovery)).containsExactly("discord");
        assertThat(discovery.notes()).isEmpty();
    }

    @Test
    void ofJarsOfOneIdInOneFolderNoneIsGuessedAndAllAreNamed() throws IOException {
        PluginJar.of("alpha").into(home, "alpha-1.jar");
        PluginJar.of("alpha").into(home, "alpha-2.jar");
        PluginJar.of("alpha").into(home, "alpha-3.jar");
        PluginJar.of("beta").into(home, "beta.jar");

        Discovery discovery = discover();

        assertThat(ids(discovery)).containsExactly("beta");
        assertThat(discovery.refusals())
                .containsExactly(new Discovery.Refusal(
                        "alpha-1.jar, alpha-2.jar, alpha-3.jar", "each is plugin alpha; leave one of them there"));
    }

    @Test
    void aJarWithoutDescriptorIsNamed() throws IOException {
        PluginJar.empty().file("readme.txt", "hi").into(home, "tool.jar");
        PluginJar.empty().file("velocity-plugin.json", "{}").into(home, "velocity.jar");

        assertThat(discover().refusals())
                .containsExactly(
                        new Discovery.Refusal("tool.jar", "it has no plugin.yml at its root"),
                        new Discovery.Refusal("velocity.jar", "it is a plugin for another program (velocity-plugin.json)"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.99})
    void aJarThatWasCopiedInPartDoesNotStopTheOthers(double part) throws IOException {
        Path jar = PluginJar.of("alpha").main("alpha", "", "", "").into(home, "alpha.jar");
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, (int) (whole.length * part)));
        PluginJar.of("beta").into(home, "beta.jar");

        Discovery discovery = discover();

        assertThat(ids(discovery)).containsExactly("beta");
        assertThat(discovery.refusals())
                .containsExactly(new Discovery.Refusal("alpha.jar", "it cannot be read as a jar; was it copied whole?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.spoolbot.api", "org.slf4j", "jakarta.inject", "org.jspecify"})
    void aJarThatCarriesWhatTheServerProvidesIsRefused(String carried) throws IOException {
        PluginJar.of("alpha").file(carried.replace('.', '/') + "/inner/Thing.class", "x").into(home, "alpha.jar");

        assertThat(discover().refusals())
                .containsExactly(new Discovery.Refusal(
                        "alpha.jar", "it carries " + carried + ", which the server provides; leave it out of the jar"));
    }

    @Test
    void aFaultyDescriptorIsToldWithItsJarAndTheShippedPluginStays() throws IOException {
        PluginJar.of("alpha").into(shipped, "alpha.jar");
        PluginJar.of("alpha", "colour: red", "depends: [x]").into(home, "alpha-mine.jar");

        Discovery discovery = discover();

        assertThat(ids(discovery)).containsExactly("alpha");
        assertThat(discovery.refusals())
                .containsExactly(new Discovery.Refusal(
                        "alpha-mine.jar", "plugin.yml: 'colour' is unknown; 'depends' is unknown; did you mean 'depend'?"));
    }

    @Test
    void anEndlessDescriptorIsNotReadToItsEnd() throws IOException {
        PluginJar.of("alpha", "description: " + "x".repeat(70_000)).into(home, "alpha.jar");

        assertThat(discover().refusals())
                .containsExactly(new Discovery.Refusal("alpha.jar", "its plugin.yml is larger than 64 KiB"));
    }
}
