package org.spoolbot.engine.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.engine.config.ConfigModule;
import org.spoolbot.engine.config.SettingsDesk;
import org.spoolbot.engine.event.EventModule;
import org.spoolbot.engine.identity.GroupLookup;
import org.spoolbot.engine.permission.PermissionModule;
import org.spoolbot.engine.plugin.PluginTexts;
import org.spoolbot.testkit.SettableClock;

class WiringTest {
    @TempDir
    Path home;

    @Test
    void theServerStartsWithTheOperatorsWordsZoneAndGroups() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("messages"));
        Files.writeString(home.resolve("config/spoolbot.yml"), "config-version: 1\ntime-zone: Asia/Tokyo\n");
        Files.writeString(home.resolve("messages/messages.properties"), "quota.resets-at=Anew {0}\n");

        Injector server = server();

        assertThat(server.getInstance(Translator.class).text(Locale.ENGLISH, "quota.resets-at", Instant.parse("2026-11-21T15:00:00Z")))
                .startsWith("Anew Nov 22, 2026, 12:00");
        assertThat(server.getInstance(Permissions.class)).isSameAs(server.getInstance(GroupLookup.class));
        assertThat(server.getInstance(EventBus.class)).isSameAs(server.getInstance(EventBus.class));
        assertThat(server.getInstance(PluginTexts.class)).isSameAs(server.getInstance(PluginTexts.class));
    }

    private Injector server() {
        SettingsDesk desk = new SettingsDesk(home, name -> Optional.empty(), secret -> {});
        return Guice.createInjector(
                Stage.PRODUCTION,
                new ConfigModule(desk, desk.server()),
                new EventModule(),
                new MessageModule(home),
                new PermissionModule(),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        binder().requireAtInjectOnConstructors();
                        binder().requireExactBindingAnnotations();
                        bind(InstantSource.class).toInstance(SettableClock.atTen());
                    }
                });
    }
}
