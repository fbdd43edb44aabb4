package org.spoolbot.engine.community;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import org.spoolbot.engine.command.builtin.ChatRules;

/** What is set for communities. */
public final class CommunityModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(CommunityBook.class).in(Singleton.class);
        bind(CommunityDesk.class).in(Singleton.class);
        bind(ChatRules.class).to(CommunityDesk.class);
    }
}
