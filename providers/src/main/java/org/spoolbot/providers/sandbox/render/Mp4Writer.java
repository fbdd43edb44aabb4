package org.spoolbot.providers.sandbox.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jcodec.common.AudioFormat;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** Writes encoded pictures and sound into an mp4, interleaved about every half second. */
final class Mp4Writer implements AutoCloseable {

    private final SeekableByteChannel channel;
    private final MP4Muxer muxer;
    private final MuxerTrack video;
    private final Optional<MuxerTrack> audio;
    private final AdtsLoop sound;
    private int frames;
    private int soundFrames;

    Mp4Writer(Path target, ClipPlan plan, AdtsLoop sound) throws IOException {
        this.sound = sound;
        channel = NIOUtils.writableChannel(target.toFile());
        muxer = MP4Muxer.createMP4MuxerToChannel(channel);
        Size size = new Size(plan.frame().width(), plan.frame().height());
        video = muxer.addVideoTrack(Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J));
        audio = plan.audio()
                ? Optional.of(muxer.addCompressedAudioTrack(Codec.AAC, new AudioFormat(AdtsLoop.SAMPLE_RATE, 16, 1, true, false)))
                : Optional.empty();
    }

    void add(List<byte[]> group) throws IOException {
        Packet.FrameType type = Packet.FrameType.KEY;
        for (byte[] frame : group) {
            video.addFrame(Packet.createPacket(ByteBuffer.wrap(frame), frames, ClipPlan.FRAME_RATE, 1, frames, type, null));
            frames++;
            type = Packet.FrameType.INTER;
        }
        if (audio.isPresent()) {
            addSound(audio.get());
        }
    }

    private void addSound(MuxerTrack track) throws IOException {
        int until = AdtsLoop.framesUntil((double) frames / ClipPlan.FRAME_RATE);
        for (; soundFrames < until; soundFrames++) {
            long start = (long) soundFrames * AdtsLoop.SAMPLES_PER_FRAME;
            track.addFrame(Packet.createPacket(
                    sound.frame(soundFrames), start, AdtsLoop.SAMPLE_RATE, AdtsLoop.SAMPLES_PER_FRAME, soundFrames, Packet.FrameType.KEY, null));
        }
    }

    void finish() throws IOException {
        muxer.finish();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
