package org.spoolbot.providers.sandbox.render;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jcodec.codecs.h264.H264Encoder;

/**
 * Paints and encodes one group of pictures with an encoder of its own. Each group begins with a key frame, so groups made side by side
 * can be strung together.
 */
final class GopEncoder implements Callable<List<byte[]>> {

    static final int LENGTH = 12;

    /** A wider search doubles the time and makes these gradual scenes no smaller. */
    private static final int MOTION_SEARCH = 1;

    private final Scene scene;
    private final ClipPlan.FrameSize size;
    private final int from;
    private final int to;

    GopEncoder(Scene scene, ClipPlan plan, int from) {
        this.scene = scene;
        this.size = plan.frame();
        this.from = from;
        this.to = Math.min(plan.frames(), from + LENGTH);
    }

    @Override
    public List<byte[]> call() throws InterruptedException {
        H264Encoder encoder = new H264Encoder(new SteadyQuality());
        encoder.setKeyInterval(LENGTH);
        encoder.setMotionSearchRange(MOTION_SEARCH);
        Canvas canvas = Canvas.of(size);
        YuvFrame yuv = new YuvFrame(size);
        ByteBuffer buffer = ByteBuffer.allocate(size.width() * size.height() * 2 + 65_536);
        List<byte[]> encoded = new ArrayList<>();
        for (int frame = from; frame < to; frame++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("rendering was stopped");
            }
            scene.paint(frame, canvas);
            buffer.clear();
            ByteBuffer data = encoder.encodeFrame(yuv.take(canvas), buffer).getData();
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            encoded.add(bytes);
        }
        return encoded;
    }
}
