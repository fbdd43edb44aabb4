package org.spoolbot.providers.sandbox.kyy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.reference.ReferenceReader;
import org.spoolbot.providers.sandbox.reference.UnusableReference;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.shelf.FileFetcher;
import org.spoolbot.providers.sandbox.shelf.FileShelf;
import org.spoolbot.providers.sandbox.shelf.FileType;
import org.spoolbot.providers.sandbox.shelf.Letters;
import org.spoolbot.providers.sandbox.shelf.ShelfLimits;
import org.spoolbot.providers.sandbox.shelf.ShelvedFile;
import org.spoolbot.providers.sandbox.shelf.UnfetchableFile;
import org.spoolbot.providers.sandbox.task.ClipMaker;
import org.spoolbot.providers.sandbox.task.ClipOrder;

/** The asset library: each asset is fetched at once, reviewed for a moment, and then active or failed for good. */
final class KyyAssets {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Duration REVIEW = Duration.ofSeconds(1);
    private static final Duration FOREVER = Duration.ofDays(3_650);
    private static final int MOST = 1_000;
    private static final long LARGEST = 200L * 1024 * 1024;
    private static final long TOTAL = 1024L * 1024 * 1024;

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();
    private final Letters letters = new Letters();
    private final FileShelf shelf;
    private final Tools tools;
    private final Path folder;
    private final InstantSource clock;

    KyyAssets(Tools tools, Path folder, InstantSource clock) {
        this.tools = tools;
        this.folder = folder;
        this.clock = clock;
        shelf = new FileShelf(new ShelfLimits(MOST, LARGEST, TOTAL, FOREVER), clock);
    }

    /**
     * What brings and measures files.
     *
     * @param fetcher brings them
     * @param reader measures them
     */
    record Tools(FileFetcher fetcher, ReferenceReader reader) {}

    /** What an asset may be called. */
    enum Type {
        IMAGE("Image", Optional.of(Kind.IMAGE)),
        VIDEO("Video", Optional.of(Kind.VIDEO)),
        AUDIO("Audio", Optional.of(Kind.AUDIO)),
        DOCUMENT("Document", Optional.empty());

        private final String word;
        private final Optional<Kind> kind;

        Type(String word, Optional<Kind> kind) {
            this.word = word;
            this.kind = kind;
        }

        String word() {
            return word;
        }
    }

    /**
     * An asset.
     *
     * @param id its id
     * @param type what it is said to be
     * @param name what its owner calls it
     * @param url where the sandbox gives it out
     * @param createdAt since when it is there
     * @param reviewedAt when its review ends
     * @param fit whether it passes
     */
    record Asset(String id, Type type, String name, String url, Instant createdAt, Instant reviewedAt, boolean fit) {

        String status(Instant now) {
            if (now.isBefore(reviewedAt)) {
                return "Processing";
            }
            return fit ? "Active" : "Failed";
        }
    }

    /**
     * What is to become an asset.
     *
     * @param type what it is said to be
     * @param address where it is
     * @param name what its owner calls it, with instructions
     */
    record Delivery(Type type, String address, String name) {}

    /** Fetches and keeps an asset, if there is room for one more. */
    Optional<Asset> add(Delivery delivery, URI base) throws UnfetchableFile, IOException, InterruptedException {
        Path file = folder.resolve("asset-" + letters.next(24));
        tools.fetcher().fetch(delivery.address(), file, LARGEST);
        Instant now = clock.instant();
        String id = "asset-" + DATE.format(now) + "-" + letters.next(5);
        String label = letters.next(24);
        String type = FileType.of(file).orElse("application/octet-stream");
        if (shelf.put(id, label, type, file).isEmpty()) {
            return Optional.empty();
        }
        String url = base + KyyAssetFront.CONTENT + id + "/" + label;
        Directives directives = Directives.parse(delivery.name());
        boolean fit = !directives.has(DirectiveName.FAIL) && fits(delivery.type(), url);
        Duration review = directives.find(DirectiveName.RENDER_TIME).map(Directive::duration).orElse(REVIEW);
        Asset asset = new Asset(id, delivery.type(), delivery.name(), url, now, now.plus(review), fit);
        assets.put(id, asset);
        return Optional.of(asset);
    }

    private boolean fits(Type type, String url) throws InterruptedException {
        if (type.kind.isEmpty()) {
            return true;
        }
        Path copy = folder.resolve("review-" + letters.next(24));
        try {
            tools.reader().read(type.kind.get(), new ClipOrder.Source.Address(url), KyyFront.LIMITS, copy);
            return true;
        } catch (UnusableReference e) {
            return false;
        } finally {
            ClipMaker.discard(copy);
        }
    }

    Optional<Asset> find(String id) {
        return Optional.ofNullable(assets.get(id));
    }

    /** Where the bytes of an asset are that may be used as such a reference. */
    Optional<String> usable(String id, Kind kind) {
        return find(id)
                .filter(asset -> asset.type().kind.equals(Optional.of(kind)))
                .filter(asset -> asset.status(clock.instant()).equals("Active"))
                .map(Asset::url);
    }

    Optional<ShelvedFile> content(String id, String label) {
        return shelf.find(id).filter(file -> file.label().equals(label));
    }

    boolean remove(String id) {
        assets.remove(id);
        return shelf.remove(id);
    }

    Instant now() {
        return clock.instant();
    }
}
