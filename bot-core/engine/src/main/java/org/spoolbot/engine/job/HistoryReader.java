package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.engine.command.builtin.JobTales;

/** Reads jobs' histories to those who may see the jobs. What gateways said of the account is the owners' business. */
final class HistoryReader implements JobTales {
    private final JobArchive archive;
    private final JobBooks books;
    private final Permissions permissions;

    @Inject
    HistoryReader(JobArchive archive, JobBooks books, Permissions permissions) {
        this.archive = archive;
        this.books = books;
        this.permissions = permissions;
    }

    @Override
    public Optional<List<Event>> of(JobId job, Sender viewer) {
        boolean owner = permissions.isOwner(viewer);
        return archive.row(job, viewer).map(row -> books.history(row.id()).stream()
                .map(event -> new Event(
                        event.at(), event.status(), event.failure().map(Enum::name).orElse(""), owner ? event.note() : ""))
                .toList());
    }
}
