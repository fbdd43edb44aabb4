package org.spoolbot.engine.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;

/**
 * The program ffmpeg, if it is installed. It is given only files whose type we found ourselves, told which reader to use, kept from the
 * network, from our environment and from more than one run at a time, and ended when it takes too long.
 */
final class Ffmpeg {
    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);
    private static final String MOST_MEMORY_AT_ONCE = "268435456";

    private final Semaphore oneAtATime = new Semaphore(1, true);
    private final Optional<Path> program;

    Ffmpeg(Optional<Path> program) {
        this.program = program;
    }

    /** The one that a search path leads to. */
    static Ffmpeg on(String searchPath) {
        return new Ffmpeg(Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, "ffmpeg"), Path.of(folder, "ffmpeg.exe")))
                .filter(Files::isExecutable)
                .findFirst());
    }

    boolean isInstalled() {
        return program.isPresent();
    }

    /** Runs over a video with these output options; says whether a file came out. */
    boolean run(MediaFile input, List<String> options, Path output, Duration atMost) {
        Optional<String> reader = reader(input.info().type());
        if (program.isEmpty() || reader.isEmpty()) {
            return false;
        }
        List<String> command = new ArrayList<>(List.of(
                program.get().toString(), "-nostdin", "-hide_banner", "-loglevel", "error", "-max_alloc", MOST_MEMORY_AT_ONCE));
        command.addAll(List.of("-protocol_whitelist", "file", "-f", reader.get(), "-i", "file:" + input.path().toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("-y", "file:" + output.toAbsolutePath()));
        try {
            oneAtATime.acquire();
            try {
                return succeeds(command, atMost) && Files.exists(output) && Files.size(output) > 0;
            } finally {
                oneAtATime.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException fault) {
            LOG.warn("ffmpeg cannot be run: {}", fault.getMessage());
            return false;
        }
    }

    private static boolean succeeds(List<String> command, Duration atMost) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            LOG.warn("ffmpeg took longer than {} ms and was ended", atMost.toMillis());
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<String> reader(MediaType type) {
        return switch (type) {
            case MP4, MOV -> Optional.of("mov");
            case WEBM -> Optional.of("matroska");
            case JPEG, PNG, WEBP, GIF, BMP, TIFF, HEIC, AVIF, WAV, MP3, M4A, OGG, FLAC -> Optional.empty();
        };
    }
}
