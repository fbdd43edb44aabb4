package org.spoolbot.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One server's own folder, with the settings that a test needs. Everything not written here is the shipped default. */
record Home(Path path) {
    /** A home whose playground lets tests in under any name, also as admins. */
    static Home open(Path path) throws IOException {
        return new Home(path).write("plugins/playground/config.yml", """
                config-version: 1
                open: true
                """);
    }

    /** Paid-for clips, made by a gateway that speaks Ark at that address. */
    Home withPaidGateway(URI gateway, String key) throws IOException {
        return write("plugins/providers/config.yml", """
                config-version: 1
                sandbox: off
                providers:
                  - id: ark
                    dialect: ark
                    base-url: %s
                    api-key: %s
                    offers: { lists-tasks: true, cancels: true }
                    models:
                      seedance-fast: { price: { per-million-tokens: { any: 1.00 } } }
                """.formatted(gateway, key));
    }

    /** Paid-for clips from two gateways that speak Ark, tried in that order; neither lists its tasks. */
    Home withTwoGateways(URI first, URI second) throws IOException {
        return write("plugins/providers/config.yml", """
                config-version: 1
                sandbox: off
                providers:
                  - id: first
                    dialect: ark
                    base-url: %s
                    api-key: key-one
                    models:
                      seedance-fast: { price: { per-million-tokens: { any: 1.00 } } }
                  - id: second
                    dialect: ark
                    base-url: %s
                    api-key: key-two
                    models:
                      seedance-fast: { price: { per-million-tokens: { any: 1.50 } } }
                """.formatted(first, second));
    }

    /** Gateways that cost money are asked for their clips every second, not only every five: tests wait for that. */
    Home askingEverySecond() throws IOException {
        return write("config/spoolbot.yml", "config-version: 1\njobs:\n  poll-interval: 1s\n");
    }

    /** Samples from a sandbox in a process of its own. */
    Home withSandboxAt(URI gateway) throws IOException {
        return write("plugins/providers/config.yml", """
                config-version: 1
                sandbox: on
                sandbox-url: %s
                providers: []
                """.formatted(gateway));
    }

    Home write(String file, String content) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content);
        return this;
    }

    /** Files in it that hold these bytes anywhere, databases included. */
    List<Path> filesWith(String secret) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
