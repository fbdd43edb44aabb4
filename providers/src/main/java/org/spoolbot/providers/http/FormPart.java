package org.spoolbot.providers.http;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** A part of a form. */
public sealed interface FormPart {
    /** The field's name. */
    String name();

    /**
     * Words.
     *
     * @param text as it is sent, in UTF-8
     */
    record Text(String name, String text) implements FormPart {
        public Text {
            requireNonNull(name, "name is null");
            requireNonNull(text, "text is null");
        }
    }

    /**
     * A file, streamed from disk.
     *
     * @param fileName the name that the gateway sees, plain ASCII
     * @param mimeType its type
     * @param path where it lies
     */
    record File(String name, String fileName, String mimeType, Path path) implements FormPart {
        public File {
            requireNonNull(name, "name is null");
            requireNonNull(fileName, "fileName is null");
            requireNonNull(mimeType, "mimeType is null");
            requireNonNull(path, "path is null");
        }
    }
}
