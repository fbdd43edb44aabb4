package org.spoolbot.providers.sandbox.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are the same in every sandbox of the process, so that only the first has to render them. There are no more of them than
 * there are sizes of clips.
 */
final class CannedFiles {

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private CannedFiles() {}

    /** Renders the file, if none of its name was rendered before. */
    @FunctionalInterface
    interface Rendering {
        void run() throws IOException, InterruptedException;
    }

    static void provide(Path file, Rendering rendering) throws IOException, InterruptedException {
        String name = String.valueOf(file.getFileName());
        byte[] known = MADE.get(name);
        if (known != null) {
            Files.write(file, known);
            return;
        }
        rendering.run();
        MADE.put(name, Files.readAllBytes(file));
    }
}
