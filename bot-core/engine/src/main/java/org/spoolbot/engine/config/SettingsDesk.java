package org.spoolbot.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.spoolbot.api.config.Secret;
import org.spoolbot.engine.config.Node.Table;
import org.spoolbot.engine.plugin.PluginSettings;
import org.spoolbot.engine.plugin.loading.PluginFiles;

/** Reads every file of settings below HOME. Thread-safe. */
public final class SettingsDesk implements PluginSettings {
    private static final FileVersion SERVER = FileVersion.after(List.of());
    private static final FileVersion PERMISSIONS = FileVersion.after(List.of(Migrations::communityAdmins));

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
        Optional<ServerSettings> settings =
                read(Source.ofServer("spoolbot.yml", SERVER), ServerFile.class, faults).map(ServerFile::settings);
        Optional<GroupSettings> groups = read(Source.ofServer("permissions.yml", PERMISSIONS), PermissionsFile.class, faults)
                .map(PermissionsFile::settings);
        faults.throwIfAny();
        return new ServerConfiguration(settings.orElseThrow(), groups.orElseThrow());
    }

    /** The server as it ships: with it the plugins' files can still be read when the server's own have faults. */
    public ServerConfiguration asShipped() {
        return new ServerConfiguration(
                shipped("spoolbot.yml", ServerFile.class).settings(), shipped("permissions.yml", PermissionsFile.class).settings());
    }

    private static <C extends Record> C shipped(String file, Class<C> type) {
        Faults none = new Faults();
        Optional<C> made = new YamlReader(new Substitution(name -> Optional.empty()))
                .read(file, shippedText(file), none)
                .flatMap(table -> new RecordBinder(none, secret -> {}).bind(type, table, table));
        none.throwIfAny();
        return made.orElseThrow();
    }

    @Override
    public <C extends Record> C read(String pluginId, PluginFiles files, Class<C> type) {
        Faults faults = new Faults();
        String name = "plugins/" + pluginId + "/config.yml";
        Optional<C> settings = read(new Source(name, files.text("config.yml").orElse(""), Optional.empty()), type, faults);
        faults.throwIfAny();
        return settings.orElseThrow();
    }

    private <C extends Record> Optional<C> read(Source source, Class<C> type, Faults faults) {
        // Faults of what ships are the author's; they show once the operator's file does not cover them.
        Table original = yaml.read("the shipped " + source.name(), source.shipped(), new Faults())
                .orElseGet(() -> new Table(Map.of(), new Place(source.name(), 1)));
        FileVersion version = source.version().orElseGet(() -> FileVersion.of(original));
        return writtenOrNew(source, faults)
                .flatMap(text -> yaml.read(source.name(), text, faults))
                .flatMap(table -> version.current(table, faults))
                .flatMap(own -> new RecordBinder(faults, secrets).bind(type, own, original));
    }

    private Optional<String> writtenOrNew(Source source, Faults faults) {
        Path file = home.resolve(source.name());
        if (!Files.exists(file)) {
            return source.shipped().isEmpty() ? Optional.of("") : written(file, source, faults);
        }
        try {
            return TextFile.read(file, source.name(), faults);
        } catch (IOException fault) {
            faults.add(new Place(source.name(), 0), "the file cannot be read", "check that it is a file, its owner and its rights");
            return Optional.empty();
        }
    }

    private Optional<String> written(Path file, Source source, Faults faults) {
        try {
            PrivateFiles.folder(file.getParent() == null ? home : file.getParent());
            PrivateFiles.write(file, source.shipped());
            return Optional.of(source.shipped());
        } catch (IOException fault) {
            faults.add(
                    new Place(source.name(), 0),
                    "the file is not there and cannot be written",
                    "check the folder's owner and rights and the free space, or put the file there");
            return Optional.empty();
        }
    }

    /**
     * A file of settings.
     *
     * @param name as the operator knows it
     * @param shipped what it says where the operator says nothing
     * @param version how earlier forms are read; empty for a plugin's, of which what ships knows the newest
     */
    private record Source(String name, String shipped, Optional<FileVersion> version) {
        static Source ofServer(String file, FileVersion version) {
            return new Source("config/" + file, shippedText(file), Optional.of(version));
        }
    }

    private static String shippedText(String name) {
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
