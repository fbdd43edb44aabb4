package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.Secret;
import org.spoolbot.engine.plugin.loading.PluginFiles;

/** A HOME with files of settings, and what reading them says. */
final class Desk {
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    final List<Secret> secrets = new ArrayList<>();

    Desk(Path home) {
        this.home = home;
    }

    Desk server(String text) {
        return file("config/spoolbot.yml", text);
    }

    Desk permissions(String text) {
        return file("config/permissions.yml", text);
    }

    Desk file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Desk file(String name, byte[] content) {
        try {
            Files.createDirectories(home.resolve(name).getParent());
            Files.write(home.resolve(name), content);
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    ServerConfiguration read() {
        return desk().server();
    }

    List<String> faults() {
        return told(this::read);
    }

    /** A plugin whose jar ships that text. */
    <C extends Record> C plugin(String shipped, Class<C> type) {
        file("jar/config.yml", shipped);
        return desk().read("tool", new PluginFiles(home.resolve("jar").toUri()), type);
    }

    <C extends Record> List<String> pluginFaults(String shipped, Class<C> type) {
        return told(() -> plugin(shipped, type));
    }

    SettingsDesk desk() {
        return new SettingsDesk(home, name -> Optional.ofNullable(environment.get(name)), secrets::add);
    }

    private static List<String> told(Runnable reading) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, reading::run);
        return refused == null ? List.of() : refused.faults().stream().map(Object::toString).toList();
    }
}
