package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that we did not write hold the sandbox to the real gateways' wire, each as a process with libraries of its own. Run by {@code -Pclients}. */
@Tag("clients")
class ForeignClientsIT {
    private static final Path CLIENTS = Path.of("src/test/clients").toAbsolutePath();
    private static final Path LIBRARIES = Path.of("target/clients").toAbsolutePath();
    private static final Duration DOWNLOADS_TAKE = Duration.ofMinutes(5);
    private static final Duration CLIPS_TAKE = Duration.ofMinutes(2);
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void the_vendors_java_client_gets_clips_from_the_ark_dialect_at_both_its_paths() throws Exception {
        Path libraries = collected("ark-sdk");
        for (String path : List.of("/api/v3", "/seedance/api/v3")) {
            fits(java("ark-sdk/ArkSdkClient.java", libraries, sandbox.address() + path));
        }
    }

    @Test
    void a_client_of_the_openai_family_reads_tasks_and_clips_of_laozhang_videos() throws Exception {
        fits(java("openai/OpenAiClient.java", collected("openai"), sandbox.address().toString()));
    }

    @Test
    void the_ai_sdk_gets_clips_from_the_ark_dialect() throws Exception {
        fits(node("ai-sdk.mjs", sandbox.address() + "/api/v3", picture()));
    }

    @Test
    void evolinks_own_client_gets_clips_from_the_evolink_dialect() throws Exception {
        fits(node("evolink-media.mjs", sandbox.address().toString()));
    }

    private static void fits(List<String> command) throws Exception {
        try (Child client = Child.start(command, Map.of())) {
            int exit = client.awaitEnd(CLIPS_TAKE);
            assertThat(exit).as(client.output()).isZero();
            assertThat(client.output()).contains("all fits");
        }
    }

    private static List<String> java(String source, Path libraries, String address) {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return List.of(java, "-Djava.awt.headless=true", "-cp", libraries + "/*", CLIENTS.resolve(source).toString(), address);
    }

    private static List<String> node(String script, String... arguments) throws Exception {
        Path folder = LIBRARIES.resolve("npm");
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "ai-sdk.mjs", "evolink-media.mjs")) {
            Files.write(folder.resolve(file), Files.readAllBytes(CLIENTS.resolve("npm").resolve(file)));
        }
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            run(List.of("npm", "install", "--prefix", folder.toString(), "--no-package-lock", "--no-audit", "--no-fund"));
        }
        List<String> command = new ArrayList<>(List.of("node", folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The client's libraries, in a folder where nothing of ours lies. */
    private static Path collected(String client) throws Exception {
        Path folder = LIBRARIES.resolve(client);
        if (!Files.isDirectory(folder)) {
            run(List.of(
                    "mvn", "-q", "-B", "-f", CLIENTS.resolve(client).resolve("pom.xml").toString(),
                    "dependency:copy-dependencies", "-DoutputDirectory=" + folder));
        }
        return folder;
    }

    private static void run(List<String> command) throws Exception {
        try (Child child = Child.start(command, Map.of())) {
            assertThat(child.awaitEnd(DOWNLOADS_TAKE)).as(child.output()).isZero();
        }
    }

    private static String picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
