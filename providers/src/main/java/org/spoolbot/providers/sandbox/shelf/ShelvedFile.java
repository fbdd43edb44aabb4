package org.spoolbot.providers.sandbox.shelf;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file on a shelf.
 *
 * @param id the name that callers know it by
 * @param label the name that its owner gave it
 * @param type its media type
 * @param path where it is
 * @param bytes its size
 * @param putAt since when it is there
 * @param until when it goes
 */
public record ShelvedFile(String id, String label, String type, Path path, long bytes, Instant putAt, Instant until) {}
