package org.spoolbot.api.platform;

import org.spoolbot.api.plugin.Registration;

/** Where a plugin puts its chat platform. The engine starts it when all plugins are enabled. */
public interface PlatformRegistry {
    /** Registers a platform; a second one of the same id is refused with {@link IllegalStateException}. */
    Registration register(ChatPlatform platform);
}
