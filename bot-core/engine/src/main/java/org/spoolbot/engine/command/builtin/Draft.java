package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A clip that is being put together.
 *
 * @param prompt what was typed; empty if still missing
 * @param files in the order they came
 * @param use what the files are for
 * @param format how the clip is to look and sound
 * @param seed the seed, if asked for
 * @param model the model's name, if asked for
 * @param destination where the clip goes
 */
record Draft(
        String prompt,
        List<File> files,
        Use use,
        Format format,
        OptionalLong seed,
        Optional<String> model,
        Destination destination) {
    Draft {
        files = List.copyOf(files);
    }

    Draft withPrompt(String other) {
        return new Draft(other, files, use, format, seed, model, destination);
    }

    Draft withFiles(List<File> others) {
        return new Draft(prompt, others, use, format, seed, model, destination);
    }

    Draft adding(List<File> more) {
        List<File> all = new ArrayList<>(files);
        all.addAll(more);
        return withFiles(all);
    }

    Draft used(Use other) {
        return new Draft(prompt, files, other, format, seed, model, destination);
    }

    Draft withFormat(Format other) {
        return new Draft(prompt, files, use, other, seed, model, destination);
    }

    Draft withSeed(OptionalLong other) {
        return new Draft(prompt, files, use, format, other, model, destination);
    }

    Draft withModel(Optional<String> other) {
        return new Draft(prompt, files, use, format, seed, other, destination);
    }

    /** What the files are for. */
    enum Use {
        /** What members usually mean by so many files. */
        AUTO,
        /** The clip starts, and with two ends, with these pictures. */
        FRAMES,
        /** The prompt refers to them. */
        REFERENCES
    }

    /**
     * A stored file.
     *
     * @param media what is known of it
     * @param role the part it was given by name; empty if none
     */
    record File(MediaInfo media, Optional<Role> role) {}
}
