package org.spoolbot.engine.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.Codec;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.DemuxerTrackMeta;
import org.jcodec.common.SeekableDemuxerTrack;
import org.jcodec.common.io.FileChannelWrapper;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;

/**
 * Finds the last picture of an H.264 film without any other program: decodes from the last key picture on. One film at a time, and none
 * that is larger than it says or would take long.
 */
final class FilmEnd {
    private static final Logger LOG = LoggerFactory.getLogger(FilmEnd.class);
    /** Twenty seconds of the largest clips there are, without a key picture among them. */
    private static final long MOST_PIXELS = 20L * 30 * 2560 * 1440;

    private static final int BLOCK = 16;

    private final Semaphore oneAtATime = new Semaphore(1, true);

    /** Writes the last picture to a file; says whether there is one. */
    boolean write(MediaFile film, Path target) throws IOException {
        if (film.info().type() != MediaType.MP4 && film.info().type() != MediaType.MOV) {
            return false;
        }
        try {
            oneAtATime.acquire();
            try {
                Optional<BufferedImage> last = read(film);
                return last.isPresent() && ImageIO.write(last.get(), "png", target.toFile());
            } finally {
                oneAtATime.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException senseless) {
            LOG.info("The last picture of {} cannot be decoded: {}", film.info().sha256(), senseless.toString());
            return false;
        }
    }

    private static Optional<BufferedImage> read(MediaFile film) throws IOException {
        try (FileChannelWrapper content = NIOUtils.readableChannel(film.path().toFile())) {
            DemuxerTrack track = MP4Demuxer.createMP4Demuxer(content).getVideoTrack();
            if (!(track instanceof SeekableDemuxerTrack pictures) || track.getMeta().getCodec() != Codec.H264) {
                return Optional.empty();
            }
            Optional<SeqParameterSet> form = form(track.getMeta().getCodecPrivate());
            int first = lastKeyPicture(track.getMeta());
            if (form.isEmpty() || !isBearable(form.get(), film, track.getMeta().getTotalFrames() - first)) {
                return Optional.empty();
            }
            pictures.gotoFrame(first);
            return last(pictures, form.get(), H264Decoder.createH264DecoderFromCodecPrivate(track.getMeta().getCodecPrivate()));
        }
    }

    private static Optional<SeqParameterSet> form(ByteBuffer setup) {
        List<SeqParameterSet> forms = H264Utils.readSPSFromBufferList(H264Utils.getRawSPS(setup.duplicate()));
        return forms.size() == 1 ? Optional.of(forms.getFirst()) : Optional.empty();
    }

    private static int lastKeyPicture(DemuxerTrackMeta meta) {
        int[] keys = meta.getSeekFrames();
        if (keys == null) {
            return meta.getTotalFrames() - 1;
        }
        return keys.length == 0 ? 0 : keys[keys.length - 1];
    }

    /** What was measured and what the film says of itself must agree, because room is made for what it says. */
    private static boolean isBearable(SeqParameterSet form, MediaFile film, int count) {
        long width = BLOCK * (form.getPicWidthInMbsMinus1() + 1L);
        long height = (long) BLOCK * SeqParameterSet.getPicHeightInMbs(form);
        boolean honest = film.info()
                .size()
                .filter(size -> width - size.width() < BLOCK && width >= size.width())
                .filter(size -> height - size.height() < BLOCK && height >= size.height())
                .isPresent();
        boolean plain = form.isFrameMbsOnlyFlag()
                && form.getChromaFormatIdc() == ColorSpace.YUV420J
                && form.getBitDepthLumaMinus8() == 0
                && form.getBitDepthChromaMinus8() == 0;
        return honest && plain && count > 0 && count * width * height <= MOST_PIXELS;
    }

    /** Pictures come in the order of decoding; the last one to see is the one with the latest time. */
    private static Optional<BufferedImage> last(SeekableDemuxerTrack pictures, SeqParameterSet form, H264Decoder decoder)
            throws IOException {
        int width = BLOCK * (form.getPicWidthInMbsMinus1() + 1);
        int height = BLOCK * SeqParameterSet.getPicHeightInMbs(form);
        Optional<Picture> last = Optional.empty();
        long latest = Long.MIN_VALUE;
        for (Packet packet = pictures.nextFrame(); packet != null; packet = pictures.nextFrame()) {
            Picture room = Picture.create(width, height, ColorSpace.YUV420J);
            Picture decoded = decoder.decodeFrame(packet.getData(), room.getData());
            if (decoded != null && packet.getPts() >= latest) {
                latest = packet.getPts();
                last = Optional.of(decoded.cloneCropped());
            }
        }
        return last.map(picture -> Colours.of(form).develop(picture));
    }
}
