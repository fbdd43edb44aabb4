package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a draft of an earlier request. */
final class Redraft {
    private final PluginContext server;

    Redraft(PluginContext server) {
        this.server = server;
    }

    /** With the files that are still kept; a sentence about the others is added to the notes. */
    Draft of(VideoRequest request, Destination place, List<Phrase> notes) {
        List<Draft.File> files = new ArrayList<>();
        for (Reference reference : request.references()) {
            if (server.media().find(reference.media().sha256()).isPresent()) {
                files.add(new Draft.File(reference.media(), Optional.empty()));
            }
        }
        int gone = request.references().size() - files.size();
        if (gone > 0) {
            notes.add(Phrase.of("command.retry.files-gone", gone));
        }
        Draft.Use use = switch (request.mode()) {
            case TEXT -> Draft.Use.AUTO;
            case FIRST_FRAME, FIRST_LAST_FRAME -> files.isEmpty() ? Draft.Use.AUTO : Draft.Use.FRAMES;
            case REFERENCE -> Draft.Use.REFERENCES;
        };
        return new Draft(
                server.prompts().write(request.prompt()).strip(),
                files,
                use,
                request.format(),
                request.extras().seed(),
                request.model(),
                place);
    }
}
