package org.spoolbot.api.permission;

import org.spoolbot.api.identity.Sender;

/** Who may do what. Thread-safe; answers from memory. */
public interface Permissions {
    /** Whether the sender holds the node where they speak. The console and owners hold all. */
    boolean has(Sender sender, PermissionNode node);

    /** Whether the sender is an owner of the server, or its console. */
    boolean isOwner(Sender sender);
}
