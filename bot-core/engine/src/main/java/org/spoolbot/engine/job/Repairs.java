package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.engine.command.builtin.RepairButtons;
import org.spoolbot.engine.provider.ProviderDirectory;

/** What can be pressed under a failure: the changes after which the same clip may be made. */
final class Repairs {
    private final ProviderDirectory providers;
    private final RequestCheck check;
    private final PromptReader prompts;

    @Inject
    Repairs(ProviderDirectory providers, RequestCheck check, PromptReader prompts) {
        this.providers = providers;
        this.check = check;
        this.prompts = prompts;
    }

    List<Control> buttons(Job job, Function<Phrase, String> say) {
        return RepairButtons.of(Snapshots.of(job), anotherModelMakes(job), prompts.write(job.request().prompt()), say);
    }

    private boolean anotherModelMakes(Job job) {
        return providers.all().stream()
                .flatMap(provider -> provider.models().stream())
                .filter(model -> !model.id().equals(job.plan().model()) && model.sample() == job.plan().sample())
                .anyMatch(model -> check.filesFit(job.request(), model.capabilities()));
    }
}
