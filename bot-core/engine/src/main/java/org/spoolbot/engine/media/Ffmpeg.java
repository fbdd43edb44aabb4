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
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;

/**
 * The program ffmpeg, if it is installed. It is given only files whose type we found ourselves, told which reader to use, kept from the
 * network, from our environment and from more than one run at a time, and ended when it takes too long.
 */
final class Ffmpeg {
    private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);
    private static final String MOST_MEMORY_AT_ONCE = "268435456";
    private static final Duration LONGEST_QUEUE = Duration.ofHours(1);

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

    /** Whether sounds of that type can be decoded by it. */
    static boolean hears(MediaType type) {
        return type.kind() == MediaKind.AUDIO && !reader(type).isEmpty();
    }

    /** Runs over a file with these output options; says whether a file came out. */
    boolean run(MediaFile input, List<String> options, Path output, Duration atMost) {
        return run(new Input(input.path(), input.info().type()), options, output, new Patience(LONGEST_QUEUE, atMost)) == Outcome.DONE;
    }

    Outcome run(Input input, List<String> options, Path output, Patience patience) {
        List<String> reader = reader(input.type());
        if (program.isEmpty() || reader.isEmpty()) {
            return Outcome.NOT_RUN;
        }
        List<String> command = new ArrayList<>(List.of(
                program.get().toString(), "-nostdin", "-hide_banner", "-loglevel", "error", "-max_alloc", MOST_MEMORY_AT_ONCE));
        command.addAll(List.of("-protocol_whitelist", "file"));
        command.addAll(reader);
        command.addAll(List.of("-i", "file:" + input.path().toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("-y", "file:" + output.toAbsolutePath()));
        try {
            return inTurn(command, output, patience);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.NOT_RUN;
        } catch (IOException fault) {
            LOG.warn("ffmpeg cannot be run: {}", fault.getMessage());
            return Outcome.NOT_RUN;
        }
    }

    private Outcome inTurn(List<String> command, Path output, Patience patience) throws IOException, InterruptedException {
        if (!oneAtATime.tryAcquire(patience.forItsTurn().toMillis(), TimeUnit.MILLISECONDS)) {
            return Outcome.NOT_RUN;
        }
        try {
            boolean done = succeeds(command, patience.forTheRun()) && Files.exists(output) && Files.size(output) > 0;
            return done ? Outcome.DONE : Outcome.FAILED;
        } finally {
            oneAtATime.release();
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

    /** Which reader it is told to use, and for sounds also which decoders: a sound needs none of the many for pictures. */
    private static List<String> reader(MediaType type) {
        return switch (type) {
            case MP4, MOV -> List.of("-f", "mov");
            case WEBM -> List.of("-f", "matroska");
            case OGG -> List.of("-codec_whitelist", "opus,libopus,vorbis,libvorbis", "-f", "ogg");
            case M4A -> List.of("-codec_whitelist", "aac,alac", "-f", "mov");
            case FLAC -> List.of("-codec_whitelist", "flac", "-f", "flac");
            case JPEG, PNG, WEBP, GIF, BMP, TIFF, HEIC, AVIF, WAV, MP3 -> List.of();
        };
    }

    /** A file and what we found it to be. */
    record Input(Path path, MediaType type) {}

    /** How a run ended. */
    enum Outcome {
        /** A file came out. */
        DONE,
        /** It was run over the file and made nothing of it in the time it had. */
        FAILED,
        /** It is not installed, does not read such files, or was busy. */
        NOT_RUN
    }

    /** How long to wait until others are done, and how long a run may take. */
    record Patience(Duration forItsTurn, Duration forTheRun) {}
}
