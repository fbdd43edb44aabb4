package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.lifecycle.Startable;

/** Ends what goes on outside on behalf of jobs that were withdrawn: nobody waits for their gateway, nobody may fetch their references. */
final class LettingGo implements Startable {
    private final PollDesk desk;
    private final OrderSheet sheet;
    private final EventBus events;
    private @Nullable Registration listening;

    @Inject
    LettingGo(PollDesk desk, OrderSheet sheet, EventBus events) {
        this.desk = desk;
        this.sheet = sheet;
        this.events = events;
    }

    @Override
    public void start() {
        listening = events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, this::letGo);
    }

    @Override
    public void stop() {
        if (listening != null) {
            listening.close();
        }
    }

    private void letGo(JobChangedEvent change) {
        if (change.job().status() != JobStatus.CANCELLED) {
            return;
        }
        desk.abandon(change.job().id());
        // A job that was turned away and waits has no life that would end its links.
        if (change.previous().equals(Optional.of(JobStatus.QUEUED))) {
            sheet.close(change.job().id());
        }
    }
}
