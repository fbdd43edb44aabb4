package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.FormContext;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /retry}, {@code /remix} and their buttons: an earlier request as a new draft of whoever asks, at their own cost. */
final class RetryCommand {
    private final PluginContext server;
    private final DraftDesk drafts;
    private final Redraft redraft;

    RetryCommand(PluginContext server, DraftDesk drafts) {
        this.server = server;
        this.drafts = drafts;
        this.redraft = new Redraft(server);
    }

    void register() {
        OptionSpec job = OptionSpec.named("job", "command.option.job", OptionSpec.Type.JOB)
                .as(OptionSpec.Presence.REQUIRED);
        server.commands().register(CommandSpec.of("retry", "command.retry", List.of(job)), this::handle);
        OptionSpec prompt = OptionSpec.named("prompt", "command.remix.option.prompt", OptionSpec.Type.TEXT)
                .as(OptionSpec.Presence.REST)
                .between(1, PromptForms.LONGEST);
        server.commands().register(CommandSpec.of("remix", "command.remix", List.of(job, prompt)), this::remix);
        server.commands().onAction("retry", this::press);
        server.commands().onAction("again", this::press);
        server.commands().onAction("remix", this::pressRemix);
        server.commands().onForm("remix", this::form);
    }

    private Optional<Control.Form> form(FormContext context) {
        return redraft.words(context).flatMap(words -> PromptForms.remix(words, context::text));
    }

    private void remix(CommandContext context) throws CommandException {
        remix(Turn.of(context), context.option("job").orElse(""), context.option("prompt"), context.uploads());
    }

    /** The words come with the press where the platform has forms. */
    private void pressRemix(ActionContext context) throws CommandException {
        Optional<String> words = context.value("prompt").map(String::strip).filter(typed -> !typed.isEmpty());
        remix(Turn.of(context), JobLookup.parse(context.arguments()).value(), words, context.uploads());
    }

    private void remix(Turn turn, String id, Optional<String> words, List<Upload> files) throws CommandException {
        remix(turn, JobLookup.find(server.jobs(), id, turn.sender()), words, files);
    }

    /** Other words, if any, and more files, if any, for that request. */
    void remix(Turn turn, JobSnapshot job, Optional<String> words, List<Upload> files) throws CommandException {
        boolean unchanged = words.isEmpty() && files.isEmpty();
        again(turn, job, words, files, unchanged ? List.of(Phrase.of("command.remix.how")) : List.of());
    }

    private void handle(CommandContext context) throws CommandException {
        JobSnapshot job = JobLookup.find(server.jobs(), context.option("job").orElse(""), context.sender());
        again(Turn.of(context), job, Optional.empty(), List.of(), List.of());
    }

    private void press(ActionContext context) throws CommandException {
        JobId id = JobLookup.parse(context.arguments());
        JobSnapshot job = JobLookup.find(server.jobs(), id.value(), context.sender());
        again(Turn.of(context), job, Optional.empty(), List.of(), List.of());
    }

    private void again(Turn turn, JobSnapshot job, Optional<String> words, List<Upload> files, List<Phrase> notes)
            throws CommandException {
        VideoRequest before = job.request();
        VideoRequest wanted = words.map(server.prompts()::read).map(before::withPrompt).orElse(before);
        List<Phrase> all = new ArrayList<>(notes);
        boolean refused = job.state().failure().filter(kind -> kind.category() == ErrorKind.Category.MEMBER).isPresent();
        if (refused && words.isEmpty() && files.isEmpty()) {
            all.add(Phrase.of("command.retry.refused"));
        }
        drafts.openWith(turn, redraft.of(wanted, turn.origin().destination(), all), files, all);
    }
}
