package org.spoolbot.providers.sandbox.render;

/**
 * The pixels of one frame, row by row, as packed RGB.
 *
 * @param width pixels across
 * @param height pixels down
 * @param pixels {@code width * height} values, shared and written in place
 */
@SuppressWarnings("ArrayRecordComponent")
record Canvas(int width, int height, int[] pixels) {
    static Canvas of(ClipPlan.FrameSize size) {
        return new Canvas(size.width(), size.height(), new int[size.width() * size.height()]);
    }
}
