package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import org.spoolbot.engine.command.CommandDirectory;
import org.spoolbot.engine.conversation.ConversationDirectory;
import org.spoolbot.engine.event.EventHub;
import org.spoolbot.engine.http.RouteDirectory;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.provider.ProviderDirectory;

/** Where plugins register things. */
record Registries(
        EventHub events,
        CommandDirectory commands,
        ConversationDirectory conversations,
        ProviderDirectory providers,
        PlatformDirectory platforms,
        RouteDirectory routes) {
    @Inject
    Registries {}
}
