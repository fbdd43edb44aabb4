package org.spoolbot.providers.sandbox.render;

import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.model.Size;

/** One quantiser for every macroblock: above 22 the encoder's inter frames smear colours visibly. */
final class SteadyQuality implements RateControl {

    private static final int QUANTISER = 20;

    @Override
    public int startPicture(Size size, int maxSize, SliceType sliceType) {
        return QUANTISER;
    }

    @Override
    public int initialQpDelta() {
        return 0;
    }

    @Override
    public int accept(int bits) {
        return 0;
    }
}
