package org.spoolbot.providers.sandbox.task;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a finished task.
 *
 * @param video the mp4
 * @param lastFrame the PNG of its last picture, if it was asked for
 */
public record Clip(Path video, Optional<Path> lastFrame) {}
