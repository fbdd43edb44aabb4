package org.spoolbot.engine.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.media.MediaType;

/** Tells a file's type by its first bytes, never by its name. */
final class Magic {
    /** So many bytes of a file's beginning decide. */
    static final int HEAD = 512;

    private static final int BRANDS_END = 64;
    private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ", "M4P ");
    /** QuickTime files from before brands begin with any of these boxes. */
    private static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide", "pnot");

    private Magic() {}

    static Optional<MediaType> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        return picture(text).or(() -> boxes(text)).or(() -> sound(text)).or(() -> webm(text));
    }

    /** Whether it reads as text of any kind: notes, a web page, a script. */
    static boolean looksLikeText(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            return true;
        }
        return !text.isEmpty() && text.chars().noneMatch(Magic::isControl);
    }

    private static boolean isControl(int character) {
        return character < ' ' && "\t\n\r\f\u001B".indexOf(character) < 0;
    }

    private static Optional<MediaType> picture(String text) {
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(MediaType.JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(MediaType.PNG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(MediaType.GIF);
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of(MediaType.TIFF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(MediaType.WEBP);
        }
        return isBitmap(text) ? Optional.of(MediaType.BMP) : Optional.empty();
    }

    /** "BM" alone begins many a text; the reserved bytes and the header's length do not. */
    private static boolean isBitmap(String text) {
        int header = 14;
        return text.startsWith("BM")
                && text.length() > header
                && text.startsWith("\0\0\0\0", 6)
                && Set.of(12, 40, 52, 56, 64, 108, 124).contains((int) text.charAt(header));
    }

    private static Optional<MediaType> boxes(String text) {
        if (text.length() < 12) {
            return Optional.empty();
        }
        String type = text.substring(4, 8);
        if (!type.equals("ftyp")) {
            return OLD_QUICKTIME.contains(type) ? Optional.of(MediaType.MOV) : Optional.empty();
        }
        String brand = text.substring(8, 12);
        if (AVIF_BRANDS.contains(brand) || HEIF_BRANDS.contains(brand)) {
            return Optional.of(isAvif(text) ? MediaType.AVIF : MediaType.HEIC);
        }
        if (SOUND_BRANDS.contains(brand)) {
            return Optional.of(MediaType.M4A);
        }
        return Optional.of(brand.equals("qt  ") ? MediaType.MOV : MediaType.MP4);
    }

    private static boolean isAvif(String text) {
        int end = Math.min(text.length(), Math.min(text.charAt(3), BRANDS_END));
        return AVIF_BRANDS.stream().anyMatch(brand -> text.substring(8, Math.max(12, end)).contains(brand));
    }

    private static Optional<MediaType> sound(String text) {
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(MediaType.WAV);
        }
        if (text.startsWith("fLaC")) {
            return Optional.of(MediaType.FLAC);
        }
        if (text.startsWith("OggS") && (text.startsWith("\u0001vorbis", 28) || text.startsWith("OpusHead", 28))) {
            return Optional.of(MediaType.OGG);
        }
        return text.startsWith("ID3") || isMp3Frame(text) ? Optional.of(MediaType.MP3) : Optional.empty();
    }

    private static boolean isMp3Frame(String text) {
        if (text.length() < 4 || text.charAt(0) != 0xFF) {
            return false;
        }
        int second = text.charAt(1);
        int third = text.charAt(2);
        boolean layerThree = (second & 0xE6) == 0xE2;
        boolean knownVersion = (second & 0x18) != 0x08;
        boolean knownRates = (third & 0xF0) != 0xF0 && (third & 0xF0) != 0 && (third & 0x0C) != 0x0C;
        return layerThree && knownVersion && knownRates;
    }

    private static Optional<MediaType> webm(String text) {
        boolean webm = text.startsWith("\u001AE\u00DF\u00A3") && text.substring(0, Math.min(BRANDS_END, text.length())).contains("webm");
        return webm ? Optional.of(MediaType.WEBM) : Optional.empty();
    }
}
