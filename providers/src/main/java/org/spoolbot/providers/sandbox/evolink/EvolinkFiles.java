package org.spoolbot.providers.sandbox.evolink;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.shelf.FileFetcher;
import org.spoolbot.providers.sandbox.shelf.FileShelf;
import org.spoolbot.providers.sandbox.shelf.FileType;
import org.spoolbot.providers.sandbox.shelf.Letters;
import org.spoolbot.providers.sandbox.shelf.ShelfLimits;
import org.spoolbot.providers.sandbox.shelf.ShelvedFile;
import org.spoolbot.providers.sandbox.shelf.UnfetchableFile;
import org.spoolbot.providers.sandbox.task.ClipMaker;

/** What the file service keeps: 100 files of 100 MB, each for 72 hours. */
final class EvolinkFiles {

    static final int MOST = 100;
    static final long LARGEST = 100L * 1024 * 1024;

    private static final long TOTAL = 2L * 1024 * 1024 * 1024;
    private static final Duration KEPT = Duration.ofHours(72);
    private static final int LONGEST_NAME = 100;
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg", "image/png", "png", "image/gif", "gif", "image/webp", "webp", "image/bmp", "bmp", "image/tiff", "tiff",
            "video/mp4", "mp4", "video/quicktime", "mov", "audio/mpeg", "mp3", "audio/wav", "wav");

    private final Letters letters = new Letters();
    private final FileShelf shelf;
    private final FileFetcher fetcher;
    private final Path folder;

    EvolinkFiles(FileShelf shelf, FileFetcher fetcher, Path folder) {
        this.shelf = shelf;
        this.fetcher = fetcher;
        this.folder = folder;
    }

    static EvolinkFiles of(Desks desks) {
        HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        FileShelf shelf = new FileShelf(new ShelfLimits(MOST, LARGEST, TOTAL, KEPT), () -> desks.polls().now());
        return new EvolinkFiles(shelf, new FileFetcher(http), desks.uploads());
    }

    /** Keeps what a base64 text says; it may be a data address. */
    ShelvedFile keepBase64(String text, String name) throws RefusedRequest, IOException {
        String data = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
        Path file = next();
        try {
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(EvolinkFileFaults.FILES.unusable("base64_data is not valid Base64"));
        }
        return keep(file, name);
    }

    /** Brings what streams in to disk; whoever asked keeps it or discards it. */
    Path receive(InputStream stream) throws RefusedRequest, IOException {
        Path file = next();
        try {
            FileFetcher.copy(stream, file, LARGEST);
        } catch (UnfetchableFile e) {
            throw new RefusedRequest(EvolinkFileFaults.FILES.typical(413));
        }
        return file;
    }

    ShelvedFile keepAddress(String address, String name) throws RefusedRequest, IOException, InterruptedException {
        Path file = next();
        try {
            fetcher.fetch(address, file, LARGEST);
        } catch (UnfetchableFile e) {
            throw new RefusedRequest(EvolinkFileFaults.FILES.unusable("file_url cannot be used: " + e.getMessage()));
        }
        return keep(file, name);
    }

    private Path next() {
        return folder.resolve("file-" + letters.next(24));
    }

    /** Keeps a file on disk, or deletes it if it is of no use. */
    ShelvedFile keep(Path file, String name) throws RefusedRequest, IOException {
        Optional<String> type = FileType.of(file);
        if (type.isEmpty()) {
            ClipMaker.discard(file);
            throw new RefusedRequest(EvolinkFileFaults.FILES.unusable("Unsupported file type"));
        }
        String id = "file_" + letters.next(24);
        String label = clean(name, ENDINGS.getOrDefault(type.get(), "bin"));
        return shelf.put(id, label, type.get(), file).orElseThrow(() -> new RefusedRequest(EvolinkFileFaults.FILES.full(MOST)));
    }

    /** A name that is safe in an address, with the ending of what the file really is. */
    private static String clean(String name, String ending) {
        String plain = name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^A-Za-z0-9_-]+", "-").toLowerCase(Locale.ROOT);
        String base = plain.isEmpty() || plain.equals("-") ? "upload" : plain;
        return base.substring(0, Math.min(base.length(), LONGEST_NAME)) + "." + ending;
    }

    Optional<ShelvedFile> find(String id) {
        return shelf.find(id);
    }

    boolean remove(String id) {
        return shelf.remove(id);
    }

    List<ShelvedFile> newestFirst() {
        return shelf.newestFirst();
    }
}
