package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /retry}, and the buttons Retry and Again: the same request as a new draft of whoever asks, at their own cost. */
final class RetryCommand {
    private final PluginContext server;
    private final DraftDesk drafts;

    RetryCommand(PluginContext server, DraftDesk drafts) {
        this.server = server;
        this.drafts = drafts;
    }

    void register() {
        OptionSpec job = OptionSpec.named("job", "command.option.job", OptionSpec.Type.JOB)
                .as(OptionSpec.Presence.REQUIRED);
        server.commands().register(CommandSpec.of("retry", "command.retry", List.of(job)), this::handle);
        server.commands().onAction("retry", this::press);
        server.commands().onAction("again", this::press);
    }

    private void handle(CommandContext context) throws CommandException {
        again(Turn.of(context), context.option("job").orElse(""));
    }

    private void press(ActionContext context) throws CommandException {
        again(Turn.of(context), JobLookup.parse(context.arguments()).value());
    }

    private void again(Turn turn, String id) throws CommandException {
        JobSnapshot job = JobLookup.find(server.jobs(), id, turn.sender());
        VideoRequest request = job.request();
        List<Draft.File> files = new ArrayList<>();
        List<Phrase> notes = new ArrayList<>();
        for (Reference reference : request.references()) {
            boolean kept = server.media().find(reference.media().sha256()).isPresent();
            if (kept) {
                files.add(new Draft.File(reference.media(), Optional.empty()));
            }
        }
        int gone = request.references().size() - files.size();
        if (gone > 0) {
            notes.add(Phrase.of("command.retry.files-gone", gone));
        }
        drafts.open(turn, draft(turn, request, files), notes);
    }

    private Draft draft(Turn turn, VideoRequest request, List<Draft.File> files) {
        Draft.Use use = switch (request.mode()) {
            case TEXT -> Draft.Use.AUTO;
            case FIRST_FRAME, FIRST_LAST_FRAME -> files.isEmpty() ? Draft.Use.AUTO : Draft.Use.FRAMES;
            case REFERENCE -> Draft.Use.REFERENCES;
        };
        return new Draft(
                server.prompts().write(request.prompt()),
                files,
                use,
                request.format(),
                request.extras().seed(),
                request.model(),
                turn.origin().destination());
    }
}
