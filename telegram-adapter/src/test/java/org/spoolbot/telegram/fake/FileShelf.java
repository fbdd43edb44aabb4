package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** All files that were ever sent, on disk, with their ids and download links. */
final class FileShelf implements AutoCloseable {
    private static final long CLOUD_UPLOAD = 50L << 20; // docs: Sending files
    private static final long LOCAL_UPLOAD = 2000L << 20; // docs: Using a Local Bot API Server
    private static final long CLOUD_DOWNLOAD = 20L << 20; // server: MAX_DOWNLOAD_FILE_SIZE
    private static final long MOST_PHOTO = 10L << 20; // docs: sendPhoto
    private static final Duration LINK_LIVES = Duration.ofHours(1); // docs: getFile guarantees no more

    private final Scene scene;
    private final InstantSource clock;
    private final Path folder;
    private final AtomicLong files = new AtomicLong();
    private final Map<String, Blob> blobs = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();
    private final Map<String, Instant> links = new HashMap<>();
    private volatile boolean local;

    FileShelf(Scene scene, InstantSource clock) {
        this.scene = scene;
        this.clock = clock;
        try {
            folder = Files.createTempDirectory("fake-telegram");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void local(boolean on) {
        local = on;
    }

    boolean isLocal() {
        return local;
    }

    long uploadLimit() {
        return local ? LOCAL_UPLOAD : CLOUD_UPLOAD;
    }

    Path newFile() {
        return folder.resolve("upload-" + files.incrementAndGet());
    }

    Asset keep(Media media) {
        Path path = newFile();
        try {
            media.writeTo(path);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return keep(media.kind(), path, media.size(), Facts.of(media), Optional.empty());
    }

    Asset keep(Kind kind, Path path, long size, Facts facts, Optional<Part> thumbnail) {
        if (size == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        Blob blob = blob(kind, path, size);
        if (kind == Kind.PHOTO) {
            return remember(kind, blob, photo(blob));
        }
        ObjectNode json = facts.onto(kind, blob.json());
        thumbnail.flatMap(this::thumbnail).ifPresent(small -> json.set("thumbnail", small));
        Asset asset = new Asset(kind, json);
        scene.change(() -> assets.put(blob.fileId(), asset));
        return asset;
    }

    private Asset remember(Kind kind, Blob whole, ArrayNode sizes) {
        Asset asset = new Asset(kind, sizes);
        scene.change(() -> sizes.forEach(size -> assets.put(size.path("file_id").asText(whole.fileId()), asset)));
        return asset;
    }

    private ArrayNode photo(Blob whole) {
        if (whole.size() > MOST_PHOTO && !local) {
            throw Refusal.badRequest("file of size " + whole.size() + " bytes is too big for a photo; the maximum size is " + MOST_PHOTO + " bytes");
        }
        Photos.Look look = Photos.look(whole.path()).orElseThrow(() -> Refusal.badRequest("IMAGE_PROCESS_FAILED"));
        if (look.width() + look.height() > 10_000 || Math.max(look.width(), look.height()) > 20 * Math.min(look.width(), look.height())) {
            throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS"); // docs: sendPhoto
        }
        ArrayNode sizes = Json.array();
        for (int side : Photos.SMALLER) {
            smaller(whole, side).ifPresent(sizes::add);
        }
        return sizes.add(whole.json().put("width", look.width()).put("height", look.height()));
    }

    private Optional<ObjectNode> smaller(Blob whole, int side) {
        Path path = newFile();
        try {
            Optional<Photos.Look> look = Photos.scale(whole.path(), side, path);
            if (look.isEmpty()) {
                return Optional.empty();
            }
            Blob blob = blob(Kind.PHOTO, path, Files.size(path));
            return Optional.of(blob.json().put("width", look.get().width()).put("height", look.get().height()));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Optional<ObjectNode> thumbnail(Part part) {
        return Photos.look(part.path()).map(look ->
                blob(Kind.PHOTO, part.path(), part.size()).json().put("width", look.width()).put("height", look.height()));
    }

    private Blob blob(Kind kind, Path path, long size) {
        long number = files.incrementAndGet();
        String id = kind.prefix() + "AgIAAxkBAAI%08xZjVf".formatted(number);
        String download = kind.folder() + "/file_" + number + "." + kind.ending();
        Blob blob = new Blob(id, "AgAD%08x".formatted(number), download, path, size);
        scene.change(() -> blobs.put(id, blob));
        return blob;
    }

    Optional<Asset> asset(String fileId) {
        return scene.in(() -> Optional.ofNullable(assets.get(fileId)));
    }

    Optional<Blob> blob(String fileId) {
        return scene.in(() -> Optional.ofNullable(blobs.get(fileId)));
    }

    /** The answer of getFile. A local server names a path on its own disk and has no limit. */
    ObjectNode link(String fileId) {
        Blob blob = blob(fileId).orElseThrow(() -> Refusal.badRequest("invalid file_id"));
        if (local) {
            return blob.json().put("file_path", blob.path().toString());
        }
        if (blob.size() > CLOUD_DOWNLOAD) {
            throw Refusal.badRequest(Texts.TOO_BIG);
        }
        scene.change(() -> links.put(blob.downloadPath(), clock.instant()));
        return blob.json().put("file_path", blob.downloadPath());
    }

    /** What a download link leads to. A local server serves no files (tdlib/telegram-bot-api issue 540). */
    Optional<Blob> linked(String downloadPath) {
        return scene.in(() -> {
            Instant given = links.get(downloadPath);
            if (local || given == null || given.plus(LINK_LIVES).isBefore(clock.instant())) {
                return Optional.<Blob>empty();
            }
            return blobs.values().stream().filter(blob -> blob.downloadPath().equals(downloadPath)).findFirst();
        });
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> all = new ArrayList<>(paths.toList());
            all.add(folder);
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
