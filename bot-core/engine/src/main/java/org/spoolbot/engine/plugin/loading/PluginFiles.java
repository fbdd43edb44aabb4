package org.spoolbot.engine.plugin.loading;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files at the root of a plugin, beside its {@code plugin.yml}.
 *
 * @param base the root's address, ending with a slash
 */
public record PluginFiles(URI base) {
    private static final int MAX_BYTES = 1 << 20;

    /** The files of a jar. */
    static PluginFiles ofJar(Path jar) {
        return new PluginFiles(URI.create("jar:" + jar.toUri() + "!/"));
    }

    /** The text of a file, at most a mebibyte; empty if there is none. */
    public Optional<String> text(String name) {
        try {
            URLConnection connection = URI.create(base + name).toURL().openConnection();
            // A cached connection would keep the jar open after its plugin is gone.
            connection.setUseCaches(false);
            try (InputStream content = connection.getInputStream()) {
                return Optional.of(new String(content.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
