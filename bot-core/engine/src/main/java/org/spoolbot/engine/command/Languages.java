package org.spoolbot.engine.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages of the shipped bundles. */
final class Languages {
    /** English first. */
    static final List<Locale> ALL = Stream.of("en", "de", "es", "ru", "zh").map(Locale::of).toList();

    private Languages() {}
}
