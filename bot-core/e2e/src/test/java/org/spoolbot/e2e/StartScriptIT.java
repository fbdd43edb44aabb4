package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script against JDKs that only print how they are called. */
class StartScriptIT {
    @TempDir
    Path folder;

    private Path installation;

    private record Outcome(int status, String output) {}

    @BeforeEach
    void unpack() throws IOException {
        installation = folder.resolve("a folder with blanks/spoolbot");
        for (String name : new String[] {"bin", "lib", "plugins"}) {
            Files.createDirectories(installation.resolve(name));
        }
        Files.copy(Checkout.installation().resolve("bin/spoolbot"), installation.resolve("bin/spoolbot"));
        executable(installation.resolve("bin/spoolbot"));
        Files.createFile(installation.resolve("lib/spoolbot-engine-1.jar"));
        Files.createFile(installation.resolve("lib/spoolbot-api-1.jar"));
        Files.createFile(installation.resolve("plugins/providers.jar"));
    }

    @Test
    void anOlderJavaIsPassedOverForOneThatFits() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path fitting = jdk("fitting", "25.0.3");

        Outcome outcome = start(Map.of("JAVA_HOME", old.toString(), "PATH", fitting.resolve("bin") + ":/usr/bin:/bin"), "run");

        assertThat(outcome.output()).startsWith("java 25.0.3\n");
    }

    @Test
    void theOperatorsChoiceOfJdkComesFirst() throws Exception {
        Path chosen = jdk("chosen", "26");

        Outcome outcome = start(Map.of("SPOOLBOT_JAVA_HOME", chosen.toString()), "run");

        assertThat(outcome.output()).startsWith("java 26\n");
    }

    @Test
    void aChosenJdkThatIsTooOldIsNamedInsteadOfSilentlyReplaced() throws Exception {
        Path old = jdk("old", "17.0.15");

        Outcome outcome = start(Map.of("SPOOLBOT_JAVA_HOME", old.toString()), "run");

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("SPOOLBOT_JAVA_HOME=" + old, "25");
    }

    @Test
    void argumentsReachTheServerUnchangedAndTheInstallationIsFoundBehindASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), installation.resolve("bin/spoolbot"));

        Outcome outcome = run(link, Map.of("SPOOLBOT_JAVA_HOME", jdk("new", "25").toString()), "backup", "my file", "--home", "x y");

        assertThat(outcome.output())
                .contains("[-Dspoolbot.install=" + installation.toRealPath() + "]")
                .endsWith("[org.spoolbot.engine.boot.Main]\n[backup]\n[my file]\n[--home]\n[x y]\n");
    }

    @Test
    void theSandboxRunsWithoutTheEngine() throws Exception {
        Outcome outcome = start(Map.of("SPOOLBOT_JAVA_HOME", jdk("new", "25").toString()), "sandbox", "--port", "9");

        assertThat(outcome.output())
                .endsWith("[org.spoolbot.providers.sandbox.SandboxMain]\n[--port]\n[9]\n")
                .contains("plugins/providers.jar:", "lib/spoolbot-api-1.jar")
                .doesNotContain("spoolbot-engine");
    }

    @Test
    void anOperatorWhoPicksACollectorIsNotContradicted() throws Exception {
        Map<String, String> environment =
                Map.of("SPOOLBOT_JAVA_HOME", jdk("new", "25").toString(), "SPOOLBOT_JAVA_OPTS", "-Xmx1g -XX:+UseZGC");

        Outcome outcome = start(environment, "run");

        assertThat(outcome.output()).contains("[-Xmx1g]", "[-XX:+UseZGC]").doesNotContain("UseSerialGC");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'java " + version + "'\nfor word in \"$@\"; do echo \"[$word]\"; done\n");
        executable(java);
        return home;
    }

    private Outcome start(Map<String, String> environment, String... arguments) throws Exception {
        return run(installation.resolve("bin/spoolbot"), environment, arguments);
    }

    private Outcome run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.command().addAll(List.of(arguments));
        builder.redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
