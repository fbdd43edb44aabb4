package org.spoolbot.engine.plugin.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jars in folders: those that came with the server, and the operator's own, which win. */
public final class FolderSource implements PluginSource {
    private final List<Path> folders;
    private final JarInspector inspector = new JarInspector();

    /** The folders, the later ones winning over the earlier. */
    public FolderSource(List<Path> folders) {
        // A HOME that is the installation names its folder twice.
        this.folders = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
    }

    @Override
    public Discovery discover() {
        Map<String, Candidate> winners = new TreeMap<>();
        List<Discovery.Refusal> refusals = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path folder : folders) {
            found(folder, refusals).forEach((id, candidate) -> {
                Candidate loser = winners.put(id, candidate);
                if (loser != null) {
                    notes.add("plugin " + id + ": " + path(candidate) + " takes the place of " + path(loser));
                }
            });
        }
        return new Discovery(List.copyOf(winners.values()), refusals, notes);
    }

    private Map<String, Candidate> found(Path folder, List<Discovery.Refusal> refusals) {
        Map<String, List<Candidate>> found = new TreeMap<>();
        for (Path jar : jars(folder, refusals)) {
            JarInspector.Inspection inspection = inspector.inspect(jar);
            if (inspection.candidate().isEmpty()) {
                refusals.add(new Discovery.Refusal(name(jar), inspection.reason()));
            }
            inspection.candidate().ifPresent(candidate ->
                    found.computeIfAbsent(candidate.descriptor().id(), id -> new ArrayList<>()).add(candidate));
        }
        return unambiguous(found, refusals);
    }

    /** Which of two jars is meant only the operator knows. */
    private static Map<String, Candidate> unambiguous(Map<String, List<Candidate>> found, List<Discovery.Refusal> refusals) {
        Map<String, Candidate> single = new TreeMap<>();
        found.forEach((id, candidates) -> {
            if (candidates.size() == 1) {
                single.put(id, candidates.getFirst());
                return;
            }
            String names = candidates.stream().map(one -> name(one.jar().orElseThrow())).collect(Collectors.joining(", "));
            refusals.add(new Discovery.Refusal(names, "each is plugin " + id + "; leave one of them there"));
        });
        return single;
    }

    private static String path(Candidate candidate) {
        return candidate.jar().orElseThrow().toString();
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    private static List<Path> jars(Path folder, List<Discovery.Refusal> refusals) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException | UncheckedIOException fault) {
            refusals.add(new Discovery.Refusal(folder.toString(), "the folder cannot be read; check its owner and rights"));
            return List.of();
        }
    }
}
