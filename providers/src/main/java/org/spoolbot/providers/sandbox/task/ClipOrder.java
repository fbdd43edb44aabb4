package org.spoolbot.providers.sandbox.task;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.spoolbot.providers.sandbox.render.Tile;

/**
 * What a create call asks for, in no dialect's words. Whoever makes one has found nothing wrong with the call.
 *
 * @param model the model's name as it was sent
 * @param prompt the text
 * @param references pictures, clips and sounds in the order in which they are counted
 * @param output what the clip is to be like
 * @param terms who is told, and when it is too late
 */
public record ClipOrder(String model, Prompt prompt, List<Reference> references, Output output, Terms terms) {

    /** How long a task may take where the dialect has no word for it. */
    public static final Duration USUAL_EXPIRY = Duration.ofHours(48);

    /** What a reference is for. */
    public enum Role {
        /** The clip begins with it. */
        FIRST_FRAME,
        /** The clip ends with it. */
        LAST_FRAME,
        /** The clip takes something from it. */
        REFERENCE
    }

    /**
     * The text.
     *
     * @param raw as it was sent, with its instructions
     * @param shown without them
     */
    public record Prompt(String raw, String shown) {}

    /** Where a reference's bytes are. */
    public sealed interface Source {

        /**
         * They must be fetched.
         *
         * @param url http to this machine, data, or asset
         */
        record Address(String url) implements Source {}

        /**
         * They came with the call.
         *
         * @param file where they were put; whoever reads them may move it
         */
        record Stored(Path file) implements Source {}
    }

    /**
     * A picture, clip or sound.
     *
     * @param kind what it is said to be
     * @param role what it is for
     * @param source where its bytes are
     * @param param the name of its address among the parameters, for complaints
     */
    public record Reference(Tile.Kind kind, Role role, Source source, String param) {}

    /**
     * What the clip is to be like.
     *
     * @param resolution one of {@link FrameSizes#RESOLUTIONS}
     * @param ratio one of {@link FrameSizes#RATIOS}, or adaptive
     * @param seconds its length, or nothing if the model may choose
     * @param audio whether it has sound
     * @param seed the seed, if one was sent
     * @param watermark whether it is to bear the vendor's mark
     * @param lastFrame whether the last picture is wanted too
     */
    public record Output(
            String resolution, String ratio, OptionalInt seconds, boolean audio, OptionalLong seed, boolean watermark, boolean lastFrame) {

        /**
         * An output with only what every dialect can say; 720p, with sound.
         *
         * @param ratio the ratio
         * @param seconds the length
         * @return the output
         */
        public static Output plain(String ratio, int seconds) {
            return new Output("720p", ratio, OptionalInt.of(seconds), true, OptionalLong.empty(), false, false);
        }
    }

    /**
     * Who is told, and when it is too late.
     *
     * @param callbackUrl who is told about changes
     * @param expiresAfter when the task gives up
     */
    public record Terms(Optional<String> callbackUrl, Duration expiresAfter) {

        /** Nobody is told, and it may take two days. */
        public static final Terms USUAL = new Terms(Optional.empty(), USUAL_EXPIRY);
    }
}
