package org.spoolbot.engine.plugin.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.engine.plugin.loading.DescriptorReader.Reading;

/** Plugins of the class path, for tests and for starting from an editor. They share the server's class loader. */
public final class ClassPathSource implements PluginSource {
    private final ClassLoader loader;
    private final DescriptorReader reader = new DescriptorReader();

    /** All {@code plugin.yml} that this loader sees. */
    public ClassPathSource(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public Discovery discover() {
        List<Candidate> candidates = new ArrayList<>();
        List<Discovery.Refusal> refusals = new ArrayList<>();
        try {
            for (URL descriptor : loader.resources("plugin.yml").toList()) {
                Reading reading = reader.read(text(descriptor));
                reading.descriptor().ifPresent(found -> add(new Candidate(found, files(descriptor), Optional.empty()), candidates, refusals));
                if (!reading.faults().isEmpty()) {
                    refusals.add(new Discovery.Refusal(descriptor.getFile(), "plugin.yml: " + String.join("; ", reading.faults())));
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the class path cannot be read", fault);
        }
        return new Discovery(candidates, refusals, List.of());
    }

    private static void add(Candidate candidate, List<Candidate> candidates, List<Discovery.Refusal> refusals) {
        String id = candidate.descriptor().id();
        if (candidates.stream().anyMatch(other -> other.descriptor().id().equals(id))) {
            refusals.add(new Discovery.Refusal(candidate.files().base().toString(), "plugin " + id + " stands earlier on the class path"));
            return;
        }
        candidates.add(candidate);
    }

    private static PluginFiles files(URL descriptor) {
        String address = descriptor.toString();
        return new PluginFiles(URI.create(address.substring(0, address.length() - "plugin.yml".length())));
    }

    private static String text(URL address) throws IOException {
        try (InputStream content = address.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
