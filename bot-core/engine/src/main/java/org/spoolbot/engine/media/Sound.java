package org.spoolbot.engine.media;

import com.mpatric.mp3agic.BaseException;
import com.mpatric.mp3agic.Mp3File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaType;

/** Measures WAV, MP3, OGG and FLAC. */
final class Sound {
    private static final int MP3_BUFFER = 64 * 1024;
    private static final int LAST_PAGES = 64 * 1024 + 512;
    private static final int FIRST_PACKET = 28;
    private static final int OPUS_RATE = 48_000;
    private static final int FLAC_FACTS = 18;

    private Sound() {}

    static Measured measureWav(OpenFile file) throws IOException {
        List<RiffChunk> chunks = RiffChunk.of(file);
        RiffChunk format = RiffChunk.first(chunks, "fmt ").orElseThrow(() -> UnfitException.broken(MediaType.WAV));
        RiffChunk data = RiffChunk.first(chunks, "data").orElseThrow(UnfitException::cutOff);
        return Measured.sound(MediaType.WAV, Measured.length(data.length(), file.littleNumber(format.body() + 8, 4)));
    }

    static Measured measureMp3(Path path) throws IOException {
        try {
            Mp3File sound = new Mp3File(path, MP3_BUFFER);
            return Measured.sound(MediaType.MP3, Measured.length(sound.getLengthInMilliseconds(), 1000));
        } catch (BaseException | RuntimeException unreadable) {
            throw UnfitException.broken(MediaType.MP3);
        }
    }

    static Measured measureOgg(OpenFile file) throws IOException {
        boolean opus = file.text(FIRST_PACKET, 8).equals("OpusHead");
        long rate = opus ? OPUS_RATE : file.littleNumber(FIRST_PACKET + 12, 4);
        long skipped = opus ? file.littleNumber(FIRST_PACKET + 10, 2) : 0;
        int count = (int) Math.min(file.length(), LAST_PAGES);
        String end = new String(file.bytes(file.length() - count, count), StandardCharsets.ISO_8859_1);
        int page = end.lastIndexOf("OggS");
        if (page < 0 || end.length() - page < FIRST_PACKET) {
            throw UnfitException.cutOff();
        }
        long last = file.length() - count + page;
        if (OggPage.end(file, last) > file.length()) {
            throw UnfitException.cutOff();
        }
        long position = file.littleNumber(last + 6, 8);
        return Measured.sound(MediaType.OGG, Measured.length(position - skipped, rate));
    }

    static Measured measureFlac(OpenFile file) throws IOException {
        long facts = file.number(FLAC_FACTS, 8);
        long samples = facts & (1L << 36) - 1;
        Optional<Duration> duration = Measured.length(samples, facts >>> 44);
        return Measured.sound(MediaType.FLAC, duration);
    }
}
