package org.spoolbot.engine.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.spoolbot.engine.storage.Storage;

/** A database that was found restored, with jobs held back. */
final class HeldStorage implements Storage {
    int held = 2;

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public void backup(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void beat() {}

    @Override
    public Condition condition() {
        return Condition.RESTORED;
    }

    @Override
    public int held() {
        return held;
    }

    @Override
    public int releaseHeld() {
        int released = held;
        held = 0;
        return released;
    }

    @Override
    public int tidy() {
        return 0;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> lastBackup() {
        return Optional.empty();
    }
}
