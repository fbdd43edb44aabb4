package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One stored file. */
public record Blob(String fileId, String uniqueId, String downloadPath, Path path, long size) {
    ObjectNode json() {
        return Json.object().put("file_id", fileId).put("file_unique_id", uniqueId).put("file_size", size);
    }

    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
