package org.spoolbot.engine.store;

import org.spoolbot.api.store.KeyValueStore;

/** The port to durable key-value stores. */
public interface KeyValueBooks {
    /** The store of one plugin. */
    KeyValueStore of(String pluginId);
}
