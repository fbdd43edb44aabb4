package org.spoolbot.engine.boot;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.engine.health.ReadinessCheck;
import org.spoolbot.engine.job.HeldWork;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.storage.Storage;

/** What {@code /readyz} looks at. */
final class ReadinessModule extends AbstractModule {
    private static final Duration OLDEST_BACKUP = Duration.ofDays(2);

    @ProvidesIntoSet
    ReadinessCheck storage(Storage storage) {
        return new Check("storage", () -> storage.trouble()
                .map(trouble -> new ReadinessCheck.Outcome(false, trouble))
                .orElseGet(() -> ok("takes changes")));
    }

    @ProvidesIntoSet
    ReadinessCheck heldJobs(HeldWork work) {
        return new Check("held-jobs", () -> {
            if (work.conflict().isPresent()) {
                String platform = work.conflict().get();
                return new ReadinessCheck.Outcome(false, "paid jobs wait for an owner, because another process used the token of " + platform);
            }
            int held = work.ofStaleDatabase();
            return new ReadinessCheck.Outcome(
                    held == 0, held == 0 ? "none" : held + " jobs wait for an owner, because the database was not fresh at the start");
        });
    }

    @ProvidesIntoSet
    ReadinessCheck disk(MediaCabinet media) {
        return new Check("disk", () -> media.hasRoom()
                ? ok("has room")
                : new ReadinessCheck.Outcome(false, "less is free than media.min-free says; files are not taken"));
    }

    /** A server younger than that has none yet, and that is in order. */
    @ProvidesIntoSet
    ReadinessCheck backup(Storage storage, InstantSource clock) {
        Instant started = clock.instant();
        return new Check("backup", () -> {
            Optional<Instant> last = storage.lastBackup();
            boolean recent = clock.instant().isBefore(last.orElse(started).plus(OLDEST_BACKUP));
            return new ReadinessCheck.Outcome(recent, last.map(when -> "last one at " + when).orElse("none yet"));
        });
    }

    @ProvidesIntoSet
    ReadinessCheck platforms(PlatformDirectory platforms) {
        return new Check("platforms", () -> {
            boolean down = platforms.all().stream()
                    .anyMatch(platform -> platform.health().state() == PlatformHealth.State.DOWN);
            String all = platforms.all().stream().map(ReadinessModule::line).collect(Collectors.joining(", "));
            return new ReadinessCheck.Outcome(!down, all);
        });
    }

    private static String line(ChatPlatform platform) {
        PlatformHealth health = platform.health();
        String detail = health.detail().isEmpty() ? "" : " (" + health.detail() + ")";
        return platform.id() + " " + health.state() + detail;
    }

    private static ReadinessCheck.Outcome ok(String detail) {
        return new ReadinessCheck.Outcome(true, detail);
    }

    private record Check(String name, Supplier<Outcome> looking) implements ReadinessCheck {
        @Override
        public Outcome look() {
            return looking.get();
        }
    }
}
