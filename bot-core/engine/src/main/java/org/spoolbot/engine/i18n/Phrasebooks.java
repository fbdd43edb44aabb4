package org.spoolbot.engine.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.engine.plugin.PluginTexts;
import org.spoolbot.engine.plugin.loading.PluginFiles;

/** The server's texts and those of its plugins; an operator's {@code HOME/messages/messages_xx.properties} wins over both. */
final class Phrasebooks implements PluginTexts {
    private static final List<String> PARTS = List.of("books", "job", "quota", "command", "media", "boot", "community");

    private static final int MAX_OVERRIDE_BYTES = 1 << 20;

    private final List<Bundle> server;
    private final ZoneId zone;
    private final PhraseBook serverBook;

    /** With the operator's folder, and the zone that moments are told in. */
    Phrasebooks(Path overrides, ZoneId zone) {
        this.zone = zone;
        List<Bundle> bundles = new ArrayList<>();
        bundles.add(new Bundle("of this server's messages folder ", suffix -> file(overrides.resolve("messages" + suffix + ".properties"))));
        PARTS.forEach(part -> bundles.add(new Bundle(part, suffix -> resource("/messages/" + part + suffix + ".properties"))));
        server = List.copyOf(bundles);
        serverBook = new PhraseBook(server, zone);
    }

    /** The server's own texts. */
    Translator server() {
        return serverBook;
    }

    @Override
    public Translator of(String pluginId, PluginFiles files) {
        List<Bundle> bundles = new ArrayList<>(server);
        bundles.add(1, new Bundle("of plugin " + pluginId + " ", suffix -> files.text("messages" + suffix + ".properties")));
        return new PhraseBook(bundles, zone);
    }

    private static Optional<String> file(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            if (Files.size(path) > MAX_OVERRIDE_BYTES) {
                throw new IllegalArgumentException(path.getFileName() + " is larger than 1 MiB");
            }
            return Optional.of(Files.readString(path));
        } catch (IOException fault) {
            throw new UncheckedIOException("the messages of this server cannot be read: " + path.getFileName(), fault);
        }
    }

    private static Optional<String> resource(String name) {
        try (InputStream content = Phrasebooks.class.getResourceAsStream(name)) {
            return content == null ? Optional.empty() : Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
