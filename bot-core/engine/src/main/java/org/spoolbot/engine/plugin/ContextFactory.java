package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.engine.plugin.loading.Candidate;

/** Makes each plugin its view of the server. */
final class ContextFactory {
    private final Registries registries;
    private final Services services;
    private final Surroundings surroundings;

    @Inject
    ContextFactory(Registries registries, Services services, Surroundings surroundings) {
        this.registries = registries;
        this.services = services;
        this.surroundings = surroundings;
    }

    PluginView view(Candidate candidate, PluginScope scope, Supplier<PluginDirectory> plugins) {
        Translator texts = surroundings.texts().of(candidate.descriptor().id(), candidate.files());
        return new PluginView(candidate, scope, texts, registries, services, surroundings, plugins);
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
