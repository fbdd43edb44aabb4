package org.spoolbot.providers.sandbox.task;

import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

/** What a clip is billed as. */
public final class TokenFormula {

    private TokenFormula() {}

    /**
     * Tokens of a clip: its frames and one more, times the area.
     *
     * @param size size of the clip
     * @param outputSeconds length of the clip
     * @param inputVideoSeconds total length of the video references
     * @return the tokens
     */
    public static long tokens(FrameSize size, double outputSeconds, double inputVideoSeconds) {
        double frames = 24 * (outputSeconds + inputVideoSeconds) + 1;
        return (long) Math.floor(frames * size.width() * size.height() / 1024);
    }
}
