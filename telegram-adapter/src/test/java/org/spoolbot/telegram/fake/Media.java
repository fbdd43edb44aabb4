package org.spoolbot.telegram.fake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file that a person sends. */
public record Media(Kind kind, byte[] head, long size, String name, String type, int width, int height, int duration) {
    public static Media photo(byte[] picture) {
        return new Media(Kind.PHOTO, picture, picture.length, "photo.jpg", Kind.PHOTO.type(), 0, 0, 0);
    }

    public static Media video(byte[] clip, int width, int height, int seconds) {
        return new Media(Kind.VIDEO, clip, clip.length, "clip.mp4", Kind.VIDEO.type(), width, height, seconds);
    }

    public static Media animation(byte[] clip, int width, int height, int seconds) {
        return new Media(Kind.ANIMATION, clip, clip.length, "animation.mp4", Kind.ANIMATION.type(), width, height, seconds);
    }

    public static Media audio(byte[] sound, String name, int seconds) {
        return new Media(Kind.AUDIO, sound, sound.length, name, Kind.AUDIO.type(), 0, 0, seconds);
    }

    public static Media voice(byte[] sound, int seconds) {
        return new Media(Kind.VOICE, sound, sound.length, "", Kind.VOICE.type(), 0, 0, seconds);
    }

    public static Media document(byte[] bytes, String name, String type) {
        return new Media(Kind.DOCUMENT, bytes, bytes.length, name, type, 0, 0, 0);
    }

    /** The same, followed by zeros up to this size; the zeros take no room on the disk. */
    public Media grownTo(long bytes) {
        return new Media(kind, head, bytes, name, type, width, height, duration);
    }

    void writeTo(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(head);
            file.setLength(size);
        }
    }
}
