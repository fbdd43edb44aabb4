package org.spoolbot.engine.plugin.loading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.spoolbot.engine.plugin.loading.DescriptorReader.Reading;

/** Looks into a jar without loading a class. */
final class JarInspector {
    private static final int MAX_DESCRIPTOR_BYTES = 64 * 1024;
    private static final List<String> OTHER_DESCRIPTORS = List.of("paper-plugin.yml", "velocity-plugin.json", "bungee.yml", "fabric.mod.json");

    private final DescriptorReader reader = new DescriptorReader();

    /** What is wrong with the jar, or the candidate it is. */
    Inspection inspect(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<String> carried = carriedHostPackage(file);
            if (carried.isPresent()) {
                return Inspection.refused("it carries " + carried.get() + ", which the server provides; leave it out of the jar");
            }
            JarEntry descriptor = file.getJarEntry("plugin.yml");
            return descriptor == null ? Inspection.refused(noDescriptor(file)) : read(jar, file, descriptor);
        } catch (IOException | RuntimeException fault) {
            // A damaged or forged jar also shows as IllegalArgumentException or SecurityException.
            return Inspection.refused("it cannot be read as a jar; was it copied whole?");
        }
    }

    private static Optional<String> carriedHostPackage(JarFile file) {
        return PluginClassLoader.HOST_PACKAGES.stream()
                .map(name -> name.replace('.', '/'))
                .filter(folder -> file.stream()
                        .anyMatch(entry -> entry.getName().startsWith(folder) && entry.getName().endsWith(".class")))
                .map(folder -> folder.substring(0, folder.length() - 1).replace('/', '.'))
                .findFirst();
    }

    private static String noDescriptor(JarFile file) {
        return OTHER_DESCRIPTORS.stream()
                .filter(name -> file.getEntry(name) != null)
                .findFirst()
                .map(name -> "it is a plugin for another program (" + name + ")")
                .orElse("it has no plugin.yml at its root");
    }

    private Inspection read(Path jar, JarFile file, JarEntry descriptor) throws IOException {
        try (InputStream content = file.getInputStream(descriptor)) {
            byte[] bytes = content.readNBytes(MAX_DESCRIPTOR_BYTES + 1);
            if (bytes.length > MAX_DESCRIPTOR_BYTES) {
                return Inspection.refused("its plugin.yml is larger than 64 KiB");
            }
            Reading reading = reader.read(new String(bytes, StandardCharsets.UTF_8));
            return new Inspection(
                    reading.descriptor().map(found -> new Candidate(found, PluginFiles.ofJar(jar), Optional.of(jar))),
                    "plugin.yml: " + String.join("; ", reading.faults()));
        }
    }

    /**
     * What a look showed.
     *
     * @param candidate the candidate
     * @param reason why it is none
     */
    record Inspection(Optional<Candidate> candidate, String reason) {
        static Inspection refused(String reason) {
            return new Inspection(Optional.empty(), reason);
        }
    }
}
