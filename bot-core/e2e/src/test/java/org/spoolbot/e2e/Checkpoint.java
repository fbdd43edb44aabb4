package org.spoolbot.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.awaitility.Awaitility;
import org.spoolbot.e2e.checkpoint.CheckpointPlugin;

/** Installs the plugin that holds jobs at a status, on the road that any stranger's plugin takes. */
record Checkpoint(Home home) {
    static Checkpoint installIn(Home home) throws IOException {
        Path jar = Files.createDirectories(home.path().resolve("plugins")).resolve("checkpoint.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("plugin.yml"));
            entries.write("""
                    id: checkpoint
                    name: Checkpoint
                    version: "1.0.0"
                    main: org.spoolbot.e2e.checkpoint.CheckpointPlugin
                    api-version: "1"
                    """.getBytes(StandardCharsets.UTF_8));
            String type = CheckpointPlugin.class.getName().replace('.', '/') + ".class";
            entries.putNextEntry(new JarEntry(type));
            try (InputStream code = CheckpointPlugin.class.getClassLoader().getResourceAsStream(type)) {
                code.transferTo(entries);
            }
        }
        return new Checkpoint(home);
    }

    void holdAt(String status) throws IOException {
        home.write("plugins/checkpoint/stop-at", status);
    }

    void release() throws IOException {
        Files.deleteIfExists(home.path().resolve("plugins/checkpoint/stop-at"));
    }

    void awaitReached() {
        Path reached = home.path().resolve("plugins/checkpoint/reached");
        Awaitility.await("a job reaches the checkpoint").atMost(Chat.PATIENCE).until(() -> Files.exists(reached));
    }
}
