package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator gets when the archive is unpacked. */
class InstallationIT {
    private static final List<String> SHARED_WITH_THE_SERVER =
            List.of("org/spoolbot/api/", "org/slf4j/", "jakarta/inject/", "org/jspecify/");

    @Test
    void theStartScriptCanBeRun() {
        assertThat(Checkout.installation().resolve("bin/spoolbot")).isExecutable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"providers", "playground", "discord", "telegram"})
    void aShippedPluginCarriesNothingThatTheServerGivesIt(String id) throws IOException {
        try (ZipFile jar = open(id)) {
            List<String> shared = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> SHARED_WITH_THE_SERVER.stream().anyMatch(name::startsWith))
                    .toList();
            assertThat(shared).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"providers", "playground", "discord", "telegram"})
    void aShippedPluginDescribesItselfAtTheRootOfItsJar(String id) throws IOException {
        try (ZipFile jar = open(id)) {
            assertThat(jar.getEntry("plugin.yml")).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"net/dv8tion/jda/api/JDA.class", "okhttp3/OkHttpClient.class"})
    void discordBringsItsOwnLibraries(String type) throws IOException {
        try (ZipFile jar = open("discord")) {
            assertThat(jar.getEntry(type)).isNotNull();
        }
    }

    @Test
    void theServersOwnClassPathHasNoKotlinAndNoChatLibrary() throws IOException {
        List<Path> jars = Checkout.filesBelow(Checkout.installation().resolve("lib"), ".jar");
        assertThat(jars).anySatisfy(jar -> assertThat(jar.getFileName().toString()).startsWith("spoolbot-engine-"));
        for (Path path : jars) {
            try (ZipFile jar = new ZipFile(path.toFile())) {
                assertThat(jar.stream().map(ZipEntry::getName))
                        .as(path.getFileName().toString())
                        .noneMatch(name -> name.startsWith("kotlin/")
                                || name.startsWith("okhttp3/")
                                || name.startsWith("net/dv8tion/")
                                || name.startsWith("org/telegram/"));
            }
        }
    }

    @Test
    void noJarOfAnEarlierBuildStaysOnTheClassPath() {
        List<String> names = Checkout.filesBelow(Checkout.installation().resolve("lib"), ".jar").stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static ZipFile open(String id) throws IOException {
        Path jar = Checkout.installation().resolve("plugins").resolve(id + ".jar");
        assertThat(Files.size(jar)).isPositive();
        return new ZipFile(jar.toFile());
    }
}
