package org.spoolbot.engine.plugin.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Jars in folders: those that came with the server, and the operator's own, which win. */
public final class FolderSource implements PluginSource {
    private final List<Path> folders;
    private final JarInspector inspector = new JarInspector();

    /** The folders, the later ones winning over the earlier. */
    public FolderSource(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public Discovery discover() {
        Map<String, Candidate> winners = new TreeMap<>();
        List<Discovery.Refusal> refusals = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path folder : folders.stream().distinct().toList()) {
            Map<String, Candidate> found = found(folder, refusals);
            found.forEach((id, candidate) -> {
                if (winners.put(id, candidate) != null) {
                    notes.add("plugin " + id + " of " + folder.getFileName() + " takes the place of the one that came with the server");
                }
            });
        }
        return new Discovery(List.copyOf(winners.values()), refusals, notes);
    }

    private Map<String, Candidate> found(Path folder, List<Discovery.Refusal> refusals) {
        Map<String, Candidate> found = new TreeMap<>();
        Map<String, String> twice = new TreeMap<>();
        for (Path jar : jars(folder)) {
            JarInspector.Inspection inspection = inspector.inspect(jar);
            Optional<Candidate> candidate = inspection.candidate();
            if (candidate.isEmpty()) {
                refusals.add(new Discovery.Refusal(name(jar), inspection.reason()));
                continue;
            }
            Candidate other = found.put(candidate.get().descriptor().id(), candidate.get());
            if (other != null) {
                twice.put(candidate.get().descriptor().id(), name(other.jar().orElseThrow()) + " and " + name(jar));
            }
        }
        // Which of two is meant only the operator knows.
        twice.forEach((id, names) -> {
            found.remove(id);
            refusals.add(new Discovery.Refusal(names, "both are plugin " + id + "; remove one"));
        });
        return found;
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("the plugin folder cannot be read", fault);
        }
    }
}
