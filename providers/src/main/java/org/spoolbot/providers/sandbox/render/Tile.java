package org.spoolbot.providers.sandbox.render;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One reference as the clip shows it.
 *
 * @param label how a prompt names it, such as {@code @image1}
 * @param detail what is known of it, such as its measured length
 * @param kind what sign to draw where there is no picture
 * @param picture the picture to draw in, where it can be read
 */
public record Tile(String label, String detail, Kind kind, Optional<Path> picture) {

    /** The three kinds of reference. */
    public enum Kind {
        /** A still picture. */
        IMAGE,
        /** A clip. */
        VIDEO,
        /** A sound. */
        AUDIO
    }
}
