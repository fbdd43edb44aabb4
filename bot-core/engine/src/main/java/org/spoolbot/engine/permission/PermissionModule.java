package org.spoolbot.engine.permission;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.engine.identity.GroupLookup;

/** Binds groups and rights. */
public final class PermissionModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(GroupBook.class).in(Singleton.class);
        bind(GroupLookup.class).to(GroupBook.class);
        bind(Permissions.class).to(GroupBook.class);
    }
}
