package org.spoolbot.api.media;

/**
 * Width and height in pixels, each at least 1.
 *
 * @param width columns
 * @param height rows
 */
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("width and height must be at least 1");
        }
    }

    /** The area in pixels. */
    public long area() {
        return (long) width * height;
    }

    /** {@code 1280 × 720}. */
    @Override
    public String toString() {
        return width + " × " + height;
    }
}
