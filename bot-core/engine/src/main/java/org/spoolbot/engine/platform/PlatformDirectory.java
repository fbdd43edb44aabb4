package org.spoolbot.engine.platform;

import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.plugin.Registration;
import java.util.List;
import java.util.Optional;

/** Registered platforms. Thread-safe. */
public interface PlatformDirectory {
    /** Adds a platform of a plugin; if the server already runs, it is started at once. */
    Registration add(String pluginId, ChatPlatform platform);

    /** The platform of that id, if its plugin is enabled. */
    Optional<ChatPlatform> find(String platformId);

    /** All platforms, by id. */
    List<ChatPlatform> all();
}
