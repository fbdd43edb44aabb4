package org.spoolbot.engine.media;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;

/** Makes still pictures and smaller encodings of clips, where ffmpeg is installed. */
final class ClipStudio {
    private static final Logger LOG = LoggerFactory.getLogger(ClipStudio.class);
    private static final Duration POSTER_TIME = Duration.ofSeconds(20);
    private static final Duration FRAME_TIME = Duration.ofMinutes(1);
    private static final Duration TAIL = Duration.ofSeconds(2);
    private static final Duration SHRINK_TIME = Duration.ofMinutes(3);
    private static final int MOST_REMEMBERED = 1000;

    private final Cache<String, String> made = CacheBuilder.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final FilmEnd films = new FilmEnd();
    private final Ffmpeg ffmpeg;
    private final Shelf shelf;
    private final Catalogue catalogue;

    @Inject
    ClipStudio(Ffmpeg ffmpeg, Shelf shelf, Catalogue catalogue) {
        this.ffmpeg = ffmpeg;
        this.shelf = shelf;
        this.catalogue = catalogue;
    }

    Optional<MediaFile> poster(MediaFile clip) {
        String key = clip.info().sha256() + "/poster";
        Optional<MediaFile> before = remembered(key);
        if (before.isPresent() || !ffmpeg.isInstalled()) {
            return before;
        }
        List<String> options = List.of(
                "-an", "-sn", "-dn", "-frames:v", "1", "-vf", "scale='min(1280,iw)':-2",
                "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "4", "-f", "image2", "-update", "1");
        return make(clip, key, new Order(MediaType.JPEG, options, Long.MAX_VALUE, POSTER_TIME));
    }

    Optional<MediaFile> shrink(MediaFile clip, long maxBytes) {
        String key = clip.info().sha256() + "/" + maxBytes;
        Optional<MediaFile> before = remembered(key);
        if (before.isPresent() || !ffmpeg.isInstalled() || clip.info().duration().isEmpty()) {
            return before;
        }
        for (ShrinkPlan plan : ShrinkPlan.of(clip.info().duration().get(), maxBytes)) {
            Optional<MediaFile> smaller = make(clip, key, new Order(MediaType.MP4, plan.options(), maxBytes, SHRINK_TIME));
            if (smaller.isPresent()) {
                return smaller;
            }
        }
        return Optional.empty();
    }

    /** The last picture of a clip, without loss: it becomes the first of another one. Without ffmpeg most films can still be read. */
    Optional<MediaFile> lastFrame(MediaFile clip) {
        String key = clip.info().sha256() + "/last";
        long tail = clip.info().duration().map(length -> length.minus(TAIL).toMillis()).orElse(0L);
        return remembered(key)
                .or(() -> tail > 0 ? make(clip, key, lastPictureAfter(tail)) : Optional.empty())
                // Sound that goes on longer than the pictures leaves none in the tail.
                .or(() -> make(clip, key, lastPictureAfter(0)))
                .or(() -> make(key, MediaType.PNG, work -> films.write(clip, work)));
    }

    /** Every picture is written over the one before, so that the last one stays. */
    private static Order lastPictureAfter(long millis) {
        List<String> options =
                List.of("-ss", millis + "ms", "-an", "-sn", "-dn", "-c:v", "png", "-f", "image2", "-update", "1");
        return new Order(MediaType.PNG, options, Long.MAX_VALUE, FRAME_TIME);
    }

    /** Removes what was made of a clip. */
    void forget(String sha256) {
        made.asMap().forEach((key, file) -> {
            if (key.startsWith(sha256 + "/") && !key.endsWith("/last")) {
                catalogue.remove(file, Shelf.Board.REFERENCES);
            }
        });
        made.asMap().keySet().removeIf(key -> key.startsWith(sha256 + "/"));
    }

    private Optional<MediaFile> remembered(String key) {
        return Optional.ofNullable(made.getIfPresent(key)).flatMap(catalogue::find);
    }

    private Optional<MediaFile> make(MediaFile clip, String key, Order order) {
        return make(key, order.type(), work -> ffmpeg.run(clip, order.options(), work, order.atMost())
                && Files.size(work) <= order.maxBytes());
    }

    private Optional<MediaFile> make(String key, MediaType type, Maker maker) {
        try {
            Path work = shelf.newWorkFile("." + type.extension());
            try {
                if (!maker.make(work)) {
                    return Optional.empty();
                }
                MediaFile file = catalogue.add(work, Prober.measure(work, type), Shelf.Board.REFERENCES);
                made.put(key, file.info().sha256());
                return Optional.of(file);
            } finally {
                Shelf.delete(work);
            }
        } catch (IOException fault) {
            LOG.warn("What was made of a clip ({}) could not be stored: {}", key, fault.toString());
            return Optional.empty();
        }
    }

    /** Writes a work file; says whether there is one. */
    private interface Maker {
        boolean make(Path work) throws IOException;
    }

    private record Order(MediaType type, List<String> options, long maxBytes, Duration atMost) {}
}
