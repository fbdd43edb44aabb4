package org.spoolbot.engine.i18n;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import org.spoolbot.api.i18n.Translator;
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
        Phrasebooks books = new Phrasebooks(home.resolve("messages"));
        bind(Translator.class).toInstance(books.server());
        bind(PluginTexts.class).toInstance(books);
    }
}
