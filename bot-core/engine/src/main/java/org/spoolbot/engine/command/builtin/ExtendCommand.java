package org.spoolbot.engine.command.builtin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobService.LastFrame;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.VideoRequest;

/** {@code /extend} and its button: a clip that begins where another one ends, as a new draft of whoever asks, at their own cost. */
final class ExtendCommand {
    private final PluginContext server;
    private final DraftDesk drafts;

    ExtendCommand(PluginContext server, DraftDesk drafts) {
        this.server = server;
        this.drafts = drafts;
    }

    void register() {
        OptionSpec job = OptionSpec.named("job", "command.option.job", OptionSpec.Type.JOB)
                .as(OptionSpec.Presence.REQUIRED);
        OptionSpec prompt = OptionSpec.named("prompt", "command.extend.option.prompt", OptionSpec.Type.TEXT)
                .as(OptionSpec.Presence.REST)
                .between(1, PromptForms.LONGEST);
        server.commands().register(CommandSpec.of("extend", "command.extend", List.of(job, prompt)), this::handle);
        server.commands().onAction("extend", this::press);
    }

    private void handle(CommandContext context) throws CommandException {
        extend(Turn.of(context), context.option("job").orElse(""), context.option("prompt"), context.uploads());
    }

    private void press(ActionContext context) throws CommandException {
        extend(Turn.of(context), JobLookup.parse(context.arguments()).value(), Optional.empty(), List.of());
    }

    private void extend(Turn turn, String id, Optional<String> words, List<Upload> files) throws CommandException {
        JobSnapshot job = JobLookup.find(server.jobs(), id, turn.sender());
        switch (server.jobs().lastFrame(job.id(), turn.sender())) {
            case LastFrame.Missing(Phrase reason) -> turn.say(reason);
            case LastFrame.Found(MediaFile frame) -> {
                List<Phrase> notes = List.of(Phrase.of("command.extend.how", id));
                drafts.openWith(turn, draft(turn, job.request(), frame, words.orElse("")), files, notes);
            }
        }
    }

    /** Another clip in the same format: other words, and no seed, which would only repeat. */
    private static Draft draft(Turn turn, VideoRequest before, MediaFile frame, String words) {
        return new Draft(
                words,
                List.of(new Draft.File(frame.info(), Optional.empty())),
                Draft.Use.FRAMES,
                before.format(),
                OptionalLong.empty(),
                before.model(),
                turn.origin().destination());
    }
}
