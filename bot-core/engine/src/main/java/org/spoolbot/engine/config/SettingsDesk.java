package org.spoolbot.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.spoolbot.api.config.Secret;
import org.spoolbot.engine.config.Node.Table;
import org.spoolbot.engine.plugin.PluginSettings;
import org.spoolbot.engine.plugin.loading.PluginFiles;

/** Reads every file of settings below HOME. Thread-safe. */
public final class SettingsDesk implements PluginSettings {
    private static final long MAX_FILE_BYTES = 1024 * 1024;
    private static final List<UnaryOperator<Table>> NO_STEPS = List.of();

    private final Path home;
    private final YamlReader yaml;
    private final Consumer<Secret> secrets;

    /**
     * For one HOME.
     *
     * @param environment the variables that {@code ${NAME}} names
     * @param secrets hears every key and token that was read, so that logs can mask it
     */
    public SettingsDesk(Path home, Function<String, Optional<String>> environment, Consumer<Secret> secrets) {
        this.home = home;
        this.yaml = new YamlReader(new Substitution(environment));
        this.secrets = secrets;
    }

    /** Writes the server's files where they are missing, and reads them. */
    public ServerConfiguration server() {
        Faults faults = new Faults();
        Optional<ServerSettings> settings = read("config/spoolbot.yml", shipped("spoolbot.yml"), ServerFile.class, faults)
                .map(ServerFile::settings);
        Optional<GroupSettings> groups = read("config/permissions.yml", shipped("permissions.yml"), PermissionsFile.class, faults)
                .map(PermissionsFile::settings);
        faults.throwIfAny();
        return new ServerConfiguration(settings.orElseThrow(), groups.orElseThrow());
    }

    /** The server as it ships: with it the plugins' files can still be read when the server's own have faults. */
    public ServerConfiguration asShipped() {
        Faults none = new Faults();
        YamlReader bare = new YamlReader(new Substitution(name -> Optional.empty()));
        RecordBinder binder = new RecordBinder(none, secret -> {});
        Table server = bare.read("spoolbot.yml", shipped("spoolbot.yml"), none);
        Table groups = bare.read("permissions.yml", shipped("permissions.yml"), none);
        Optional<ServerFile> file = binder.bind(ServerFile.class, server, server);
        Optional<PermissionsFile> permissions = binder.bind(PermissionsFile.class, groups, groups);
        none.throwIfAny();
        return new ServerConfiguration(file.orElseThrow().settings(), permissions.orElseThrow().settings());
    }

    @Override
    public <C extends Record> C read(String pluginId, PluginFiles files, Class<C> type) {
        Faults faults = new Faults();
        String shipped = files.text("config.yml").orElse("");
        Optional<C> settings = read("plugins/" + pluginId + "/config.yml", shipped, type, faults);
        faults.throwIfAny();
        return settings.orElseThrow();
    }

    private <C extends Record> Optional<C> read(String file, String shipped, Class<C> type, Faults faults) {
        Optional<String> written = writtenOrNew(file, shipped, faults);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        // Faults of what ships are the author's; they show once the operator's file does not cover them.
        Table original = yaml.read("the shipped " + file, shipped, new Faults());
        Table own = FileVersion.current(yaml.read(file, written.get(), faults), NO_STEPS, faults);
        return new RecordBinder(faults, secrets).bind(type, own, original);
    }

    private Optional<String> writtenOrNew(String name, String shipped, Faults faults) {
        Path file = home.resolve(name);
        try {
            if (!Files.exists(file)) {
                if (shipped.isEmpty()) {
                    return Optional.of("");
                }
                PrivateFiles.folder(file.getParent() == null ? home : file.getParent());
                PrivateFiles.write(file, shipped);
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                faults.add(new Place(name, 0), "the file is larger than 1 MiB", "settings are small; was it replaced by mistake?");
                return Optional.empty();
            }
            return Optional.of(Files.readString(file));
        } catch (IOException fault) {
            faults.add(new Place(name, 0), "the file cannot be read or written", "check its owner and rights, and that it is UTF-8");
            return Optional.empty();
        }
    }

    private static String shipped(String name) {
        try (InputStream content = SettingsDesk.class.getResourceAsStream("/defaults/" + name)) {
            if (content == null) {
                throw new IllegalStateException("the server's jar lacks defaults/" + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException("the server's jar cannot be read", fault);
        }
    }
}
