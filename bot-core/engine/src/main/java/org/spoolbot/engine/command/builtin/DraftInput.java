package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import java.util.List;
import java.util.Optional;

/** What can be done to a draft. */
sealed interface DraftInput {
    /** Other words. */
    record Words(String text) implements DraftInput {}

    /** More files. */
    record Files(List<Draft.File> files) implements DraftInput {}

    /** Away with all files. */
    record NoFiles() implements DraftInput {}

    /** Files used otherwise. */
    record Used(Draft.Use use) implements DraftInput {}

    /** A picture, counted from 1, as first or last frame; 0 for none. */
    record Framed(int picture, Role role) implements DraftInput {}

    /** First and last frame change places. */
    record Swapped() implements DraftInput {}

    /** Another length. */
    record Length(int seconds) implements DraftInput {}

    /** Another shape. */
    record Shape(Ratio ratio) implements DraftInput {}

    /** Another size. */
    record Size(Resolution resolution) implements DraftInput {}

    /** Sound on or off. */
    record Sound(boolean on) implements DraftInput {}

    /** Another model; empty for whichever fits. */
    record ByModel(Optional<String> model) implements DraftInput {}

    /** One step cheaper. */
    record Cheaper() implements DraftInput {}
}
