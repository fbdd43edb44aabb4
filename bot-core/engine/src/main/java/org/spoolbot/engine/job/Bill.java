package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.provider.ProviderDirectory;

/** What a gateway reports that a clip cost: as money, or as tokens at its price. */
final class Bill {
    private final ProviderDirectory providers;

    @Inject
    Bill(ProviderDirectory providers) {
        this.providers = providers;
    }

    Optional<Money> of(Job job, GeneratedClip clip) {
        return clip.cost().or(() -> ofTokens(job, clip.tokens()));
    }

    private Optional<Money> ofTokens(Job job, OptionalLong tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Optional<VideoProvider> provider = providers.find(job.plan().provider());
        Optional<Model> model = provider.flatMap(found -> found.models().stream()
                .filter(candidate -> candidate.id().equals(job.plan().model()))
                .findFirst());
        return model.flatMap(found -> provider.get().cost(found, job.request(), tokens.getAsLong()));
    }
}
