package org.spoolbot.api.media;

/** A file type that the server recognises by content. */
public enum MediaType {
    JPEG(MediaKind.IMAGE, "image/jpeg", "jpg"),
    PNG(MediaKind.IMAGE, "image/png", "png"),
    WEBP(MediaKind.IMAGE, "image/webp", "webp"),
    GIF(MediaKind.IMAGE, "image/gif", "gif"),
    BMP(MediaKind.IMAGE, "image/bmp", "bmp"),
    TIFF(MediaKind.IMAGE, "image/tiff", "tiff"),
    HEIC(MediaKind.IMAGE, "image/heic", "heic"),
    AVIF(MediaKind.IMAGE, "image/avif", "avif"),
    MP4(MediaKind.VIDEO, "video/mp4", "mp4"),
    MOV(MediaKind.VIDEO, "video/quicktime", "mov"),
    WEBM(MediaKind.VIDEO, "video/webm", "webm"),
    WAV(MediaKind.AUDIO, "audio/wav", "wav"),
    MP3(MediaKind.AUDIO, "audio/mpeg", "mp3"),
    M4A(MediaKind.AUDIO, "audio/mp4", "m4a"),
    OGG(MediaKind.AUDIO, "audio/ogg", "ogg"),
    FLAC(MediaKind.AUDIO, "audio/flac", "flac");

    private final MediaKind kind;
    private final String mimeType;
    private final String extension;

    MediaType(MediaKind kind, String mimeType, String extension) {
        this.kind = kind;
        this.mimeType = mimeType;
        this.extension = extension;
    }

    /** Whether it is a picture, a clip or a sound. */
    public MediaKind kind() {
        return kind;
    }

    /** The IANA media type. */
    public String mimeType() {
        return mimeType;
    }

    /** The usual file name ending, without the dot. */
    public String extension() {
        return extension;
    }
}
