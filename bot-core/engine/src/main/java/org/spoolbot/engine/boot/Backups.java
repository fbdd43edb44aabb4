package org.spoolbot.engine.boot;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.storage.StorageException;

/** A checked copy of the database each day; the last seven stay. */
final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int KEPT = 7;
    private static final String PREFIX = "daily-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Storage storage;
    private final Home home;
    private final EventBus events;
    private final InstantSource clock;

    @Inject
    Backups(Storage storage, Home home, EventBus events, InstantSource clock) {
        this.storage = storage;
        this.home = home;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a copy if the last one is a day old, and lets go of the oldest. */
    void keep() {
        Instant now = clock.instant();
        Optional<Instant> last = storage.lastBackup();
        if (last.isPresent() && now.isBefore(last.get().plus(EVERY))) {
            return;
        }
        try {
            storage.backup(home.backups().resolve(PREFIX + STAMP.format(now) + ".db"));
            dropOldest();
        } catch (StorageException | UncheckedIOException fault) {
            LOG.error("The daily backup failed", fault);
            events.fire(new AlertEvent("backup", Phrase.of("boot.alert.backup-failed")));
        }
    }

    private void dropOldest() {
        try (Stream<Path> files = Files.list(home.backups())) {
            List<Path> daily = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
            for (Path file : daily.subList(0, Math.max(0, daily.size() - KEPT))) {
                Files.delete(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
