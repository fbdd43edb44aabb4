package org.spoolbot.engine.boot;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * One server's own folder.
 *
 * @param root the folder
 */
record Home(Path root) {
    /** {@code --home}, else {@code SPOOLBOT_HOME}, else the installation, else the present folder. */
    static Home find(Optional<Path> asked, Map<String, String> environment, Optional<Path> installation) {
        Path root = asked.or(() -> Optional.ofNullable(environment.get("SPOOLBOT_HOME")).filter(path -> !path.isBlank()).map(Path::of))
                .or(() -> installation)
                .orElse(Path.of(""));
        return new Home(root.toAbsolutePath().normalize());
    }

    Path plugins() {
        return root.resolve("plugins");
    }

    Path data() {
        return root.resolve("data");
    }

    Path backups() {
        return data().resolve("backups");
    }

    /** For what libraries unpack: a container's own folders may be read-only. */
    Path temporary() {
        return data().resolve("tmp");
    }

    /** Makes its folders; data, settings and logs are nobody else's. */
    void prepare() {
        try {
            Files.createDirectories(plugins());
            for (String name : new String[] {"config", "data", "logs"}) {
                closeToOthers(Files.createDirectories(root.resolve(name)));
            }
            Files.createDirectories(temporary());
        } catch (IOException fault) {
            throw new StartRefusedException(
                    StartRefusedException.HOME, "HOME " + root + " cannot be written. Give this user the folder, or name another with --home.", fault);
        }
    }

    /** Drops what libraries left there; a process that was killed could not. Only for the one who holds the home. */
    void emptyTemporary() {
        try (Stream<Path> left = Files.walk(temporary())) {
            for (Path file : left.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(temporary())).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            LoggerFactory.getLogger(Home.class).warn("{} could not be emptied: {}", temporary(), fault.toString());
        }
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
