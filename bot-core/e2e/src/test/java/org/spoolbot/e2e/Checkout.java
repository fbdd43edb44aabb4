package org.spoolbot.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the built things are. */
final class Checkout {
    private static final List<String> MODULES = List.of(
            "bot-core/api",
            "bot-core/engine",
            "bot-core/testkit",
            "bot-core/playground",
            "discord-adapter",
            "telegram-adapter",
            "providers");

    private Checkout() {}

    static Path root() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    /** The server folder that {@code dist} builds. */
    static Path installation() {
        return root().resolve("bot-core/dist/target/spoolbot");
    }

    /** The folders of compiled main classes, of modules that have any. */
    static List<Path> classes() {
        return modules("target/classes");
    }

    /** The folders of main sources. */
    static List<Path> sources() {
        return modules("src/main/java");
    }

    static List<Path> filesBelow(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> modules(String folder) {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .toList();
    }
}
