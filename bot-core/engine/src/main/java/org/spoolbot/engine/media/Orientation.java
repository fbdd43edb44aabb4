package org.spoolbot.engine.media;

import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import org.spoolbot.api.media.MediaType;

/** How a camera says that its picture is to be turned: 1 is upright, 5 to 8 swap width and height. */
final class Orientation {
    static final int UPRIGHT = 1;
    /** The length of {@link #alone}. */
    static final int ALONE = 26;

    private static final int LAST = 8;

    private Orientation() {}

    /** From Exif data that begins there; upright where it says nothing sensible. */
    static int of(byte[] exif, int start) {
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(exif), metadata, start);
        return of(metadata);
    }

    /** Of a TIFF file, which is built as Exif is. */
    static int ofTiff(Path path) throws IOException {
        try {
            return of(TiffMetadataReader.readMetadata(path.toFile()));
        } catch (TiffProcessingException | RuntimeException unreadable) {
            throw UnfitException.broken(MediaType.TIFF);
        }
    }

    private static int of(Metadata metadata) {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < UPRIGHT || value > LAST ? UPRIGHT : value;
    }

    /** Exif data that says this and nothing else. */
    static byte[] alone(int orientation) {
        byte[] exif = new byte[ALONE];
        byte[] known = {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation};
        System.arraycopy(known, 0, exif, 0, known.length);
        return exif;
    }

    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /** Brings a picture of that size upright. */
    static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
