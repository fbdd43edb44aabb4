package org.spoolbot.providers.sandbox.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything the renderer needs to know about one clip.
 *
 * @param text the prompt to show
 * @param footer one line of technical data below the prompt
 * @param frame width and height in pixels, both even
 * @param seconds length of the clip
 * @param audio whether the clip has an audio track
 * @param seed what the scene is chosen by
 * @param pictures the references and the frames to begin and end with
 */
public record ClipPlan(String text, String footer, FrameSize frame, int seconds, boolean audio, long seed, Pictures pictures) {

    /** Frames per second of every clip. */
    public static final int FRAME_RATE = 24;

    int frames() {
        return seconds * FRAME_RATE;
    }

    /**
     * Size of a picture.
     *
     * @param width pixels across
     * @param height pixels down
     */
    public record FrameSize(int width, int height) {
        int shorterSide() {
            return Math.min(width, height);
        }
    }

    /**
     * What was sent along with the prompt.
     *
     * @param tiles references in the order they are shown
     * @param first the picture the clip opens with
     * @param last the picture the clip ends with
     */
    public record Pictures(List<Tile> tiles, Optional<Path> first, Optional<Path> last) {
        /** Nothing but the prompt. */
        public static final Pictures NONE = new Pictures(List.of(), Optional.empty(), Optional.empty());
    }
}
