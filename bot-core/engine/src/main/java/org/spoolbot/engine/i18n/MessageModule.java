package org.spoolbot.engine.i18n;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.nio.file.Path;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.plugin.PluginTexts;

/** Binds the server's texts and the way plugins get theirs. */
public final class MessageModule extends AbstractModule {
    private final Path home;

    /** With the operator's overrides in {@code HOME/messages}. */
    public MessageModule(Path home) {
        this.home = home;
    }

    @Override
    protected void configure() {
        bind(PluginTexts.class).to(Phrasebooks.class);
    }

    @Provides
    @Singleton
    Phrasebooks books(ServerSettings settings) {
        return new Phrasebooks(home.resolve("messages"), settings.region().timeZone());
    }

    @Provides
    @Singleton
    Translator server(Phrasebooks books) {
        return books.server();
    }
}
