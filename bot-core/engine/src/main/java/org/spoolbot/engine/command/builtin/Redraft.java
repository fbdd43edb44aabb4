package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.FormContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.VideoRequest;
import java.util.List;
import java.util.Optional;

/** Makes a draft of an earlier request. */
final class Redraft {
    private final PluginContext server;

    Redraft(PluginContext server) {
        this.server = server;
    }

    /** The words of the job that a control names, as their member would type them, if whoever presses may see it. */
    Optional<String> words(FormContext context) {
        return context.arguments().stream()
                .findFirst()
                .filter(JobLookup::isId)
                .flatMap(id -> server.jobs().find(new JobId(id), context.sender()))
                .map(job -> server.prompts().write(job.request().prompt()));
    }

    /** With the files that are still kept; a sentence about each of the others is added to the notes. */
    Draft of(VideoRequest request, Destination place, List<Phrase> notes) {
        EarlierRequest earlier = EarlierRequest.of(
                request, media -> server.media().find(media.sha256()).isPresent());
        notes.addAll(earlier.notes());
        List<Draft.File> files =
                earlier.kept().stream().map(media -> new Draft.File(media, Optional.empty())).toList();
        Draft.Use use = switch (request.mode()) {
            case TEXT -> Draft.Use.AUTO;
            case FIRST_FRAME, FIRST_LAST_FRAME -> files.isEmpty() ? Draft.Use.AUTO : Draft.Use.FRAMES;
            case REFERENCE -> Draft.Use.REFERENCES;
        };
        return new Draft(
                server.prompts().write(earlier.renumbered(request.prompt())).strip(),
                files,
                use,
                request.format(),
                request.extras().seed(),
                request.model(),
                place);
    }
}
