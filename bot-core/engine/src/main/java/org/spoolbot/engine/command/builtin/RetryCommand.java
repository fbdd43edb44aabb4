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

/** {@code /retry}, {@code /remix} and their buttons: an earlier request as a new draft of whoever asks, at their own cost. */
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
        OptionSpec prompt = OptionSpec.named("prompt", "command.remix.option.prompt", OptionSpec.Type.TEXT)
                .as(OptionSpec.Presence.REST);
        server.commands().register(CommandSpec.of("remix", "command.remix", List.of(job, prompt)), this::remix);
        server.commands().onAction("retry", this::press);
        server.commands().onAction("again", this::press);
        server.commands().onAction("remix", this::pressRemix);
    }

    private void remix(CommandContext context) throws CommandException {
        List<Phrase> notes = new ArrayList<>();
        Optional<String> words = context.option("prompt");
        if (words.isEmpty()) {
            notes.add(Phrase.of("command.remix.how"));
        }
        again(Turn.of(context), context.option("job").orElse(""), words, notes);
    }

    private void pressRemix(ActionContext context) throws CommandException {
        List<Phrase> notes = new ArrayList<>(List.of(Phrase.of("command.remix.how")));
        again(Turn.of(context), JobLookup.parse(context.arguments()).value(), Optional.empty(), notes);
    }

    private void handle(CommandContext context) throws CommandException {
        again(Turn.of(context), context.option("job").orElse(""), Optional.empty(), new ArrayList<>());
    }

    private void press(ActionContext context) throws CommandException {
        again(Turn.of(context), JobLookup.parse(context.arguments()).value(), Optional.empty(), new ArrayList<>());
    }

    private void again(Turn turn, String id, Optional<String> words, List<Phrase> notes) throws CommandException {
        JobSnapshot job = JobLookup.find(server.jobs(), id, turn.sender());
        VideoRequest request = job.request();
        List<Draft.File> files = new ArrayList<>();
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
        Draft same = draft(turn, request, files);
        drafts.open(turn, words.map(same::withPrompt).orElse(same), notes);
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
