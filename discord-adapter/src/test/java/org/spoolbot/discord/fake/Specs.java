package org.spoolbot.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The published descriptions in the folder that the system property {@code spoolbot.specs} names. Read once in a JVM. */
record Specs(RestSpec rest, GatewaySpec gateway) {
    static Optional<Specs> loaded() {
        return OnlyOnce.SPECS;
    }

    private static final class OnlyOnce {
        private static final Logger LOG = LoggerFactory.getLogger(Specs.class);
        private static final Optional<Specs> SPECS = load(Path.of(System.getProperty("spoolbot.specs", "../shared/specs")));

        private static Optional<Specs> load(Path folder) {
            if (!Files.isRegularFile(folder.resolve("discord-openapi.json"))) {
                LOG.info("No descriptions of Discord in the folder that spoolbot.specs names: its traffic is not checked.");
                return Optional.empty();
            }
            try {
                return Optional.of(new Specs(RestSpec.read(folder.resolve("discord-openapi.json")), GatewaySpec.read(folder.resolve("discord-gateway"))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
