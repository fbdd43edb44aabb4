package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.FormContext;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons under a failure: the changed request as a new draft of whoever presses, at their own cost. */
final class RepairCommand {
    private static final String WORDS = new Blame.Words().code();

    private final PluginContext server;
    private final DraftDesk drafts;
    private final Redraft redraft;

    RepairCommand(PluginContext server, DraftDesk drafts) {
        this.server = server;
        this.drafts = drafts;
        this.redraft = new Redraft(server);
    }

    void register() {
        server.commands().onAction("repair", this::press);
        server.commands().onForm("repair", this::form);
    }

    private Optional<Control.Form> form(FormContext context) {
        boolean asks = context.arguments().size() == 2 && context.arguments().get(1).equals(WORDS);
        return asks
                ? redraft.words(context).flatMap(words -> PromptForms.repair(words, context::text))
                : Optional.empty();
    }

    private void press(ActionContext context) throws CommandException {
        List<String> arguments = context.arguments();
        JobSnapshot job = JobLookup.find(server.jobs(), JobLookup.parse(arguments).value(), context.sender());
        String what = String.join(":", arguments.subList(1, arguments.size()));
        List<Phrase> notes = new ArrayList<>();
        VideoRequest mended = what.equals("model") ? otherModel(job) : without(job, what);
        Turn turn = Turn.of(context);
        Draft draft = redraft.of(mended, turn.origin().destination(), notes);
        Optional<String> words = what.equals(WORDS) ? context.value("prompt").map(String::strip) : Optional.empty();
        if (what.equals(WORDS) && words.isEmpty()) {
            notes.add(Phrase.of("command.remix.how"));
        }
        drafts.openNear(turn, words.map(draft::withPrompt).orElse(draft), notes);
    }

    private static VideoRequest without(JobSnapshot job, String what) throws CommandException {
        return Blame.of(what)
                .flatMap(blame -> Mending.of(job.request(), blame))
                .orElseThrow(() -> new CommandException("command.action-unknown"));
    }

    private VideoRequest otherModel(JobSnapshot job) throws CommandException {
        VideoRequest request = job.request();
        String other = another(server.providers().providers(), job).orElseThrow(() -> new CommandException("command.repair.no-other-model"));
        return new VideoRequest(
                request.prompt(), request.mode(), request.references(), request.format(), request.extras(), Optional.of(other));
    }

    /** A model of another gateway before one of the same: what failed there may fail there again. */
    static Optional<String> another(List<VideoProvider> providers, JobSnapshot job) {
        String provider = job.route().map(JobSnapshot.Route::provider).orElse("");
        String model = job.route().map(JobSnapshot.Route::model).orElse("");
        boolean sample = models(providers).stream().filter(one -> one.id().equals(model)).anyMatch(Model::sample);
        List<VideoProvider> others = providers.stream().filter(one -> !one.id().equals(provider)).toList();
        List<Model> candidates = new ArrayList<>(models(others));
        candidates.addAll(models(providers));
        return candidates.stream()
                .filter(one -> !one.id().equals(model) && one.sample() == sample)
                .filter(one -> one.capabilities().takes(job.request().mode(), job.request().references()))
                .map(Model::id)
                .findFirst();
    }

    private static List<Model> models(List<VideoProvider> providers) {
        return providers.stream().flatMap(provider -> provider.models().stream()).toList();
    }
}
