package org.spoolbot.engine.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.spoolbot.api.media.MediaType;

/**
 * The folders of the store. A file lies under the hash of its content, {@code ab/abcd….jpg}; its time of last change says when it was
 * last used. Clips have a folder of their own, because they are kept by other rules.
 */
final class Shelf {
    private static final String HASH = "[0-9a-f]{64}";

    private final Path root;
    private final InstantSource clock;

    Shelf(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Makes the folders and throws away what a stopped server was working on. */
    void prepare() throws IOException {
        for (Board board : Board.values()) {
            Files.createDirectories(folder(board));
        }
        visit(Board.WORK, spot -> delete(spot.path()));
    }

    Path newWorkFile(String suffix) throws IOException {
        return Files.createDirectories(folder(Board.WORK)).resolve(UUID.randomUUID() + suffix);
    }

    /** Moves a finished file to its place, durably. */
    Path keep(Path file, String sha256, MediaType type, Board board) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path place = place(board, sha256, type);
        Files.createDirectories(place.resolveSibling(""));
        touch(file);
        replace(file, place);
        return place;
    }

    Optional<Place> find(String sha256) {
        if (!sha256.matches(HASH)) {
            return Optional.empty();
        }
        return Stream.of(Board.CLIPS, Board.REFERENCES)
                .flatMap(board -> Stream.of(MediaType.values()).map(type -> new Place(place(board, sha256, type), type)))
                .filter(place -> Files.isRegularFile(place.path()))
                .findFirst();
    }

    /** Removes a file from a board. */
    void remove(String sha256, Board board) {
        if (sha256.matches(HASH)) {
            Stream.of(MediaType.values()).map(type -> place(board, sha256, type)).forEach(Shelf::delete);
        }
    }

    /** Says that a file is used now. Clips are kept from the day they were made, whatever is done with them. */
    void touch(Path file) throws IOException {
        if (!file.startsWith(folder(Board.CLIPS))) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        }
    }

    /** Shows every file of a board to somebody who may delete it. */
    void visit(Board board, Consumer<Spot> visitor) throws IOException {
        Path folder = folder(board);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                boolean other = board == Board.REFERENCES && below.getParent() != null && below.getParent().equals(root)
                        && below.getFileName().toString().length() != 2;
                return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                visitor.accept(new Spot(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(Files.createDirectories(root)).getUsableSpace();
    }

    /** Deletes a file if it can be; the next sweep tries again. */
    static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException held) {
            return false;
        }
    }

    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path place(Board board, String sha256, MediaType type) {
        return folder(board).resolve(sha256.substring(0, 2)).resolve(sha256 + "." + type.extension());
    }

    private Path folder(Board board) {
        return switch (board) {
            case REFERENCES -> root;
            case CLIPS -> root.resolve("clips");
            case WORK -> root.resolve("work");
        };
    }

    /** The parts of the store. */
    enum Board {
        /** What members handed in and what was made from that. */
        REFERENCES,
        /** What gateways made. */
        CLIPS,
        /** What is being received or made. */
        WORK
    }

    /** Where a stored file lies. */
    record Place(Path path, MediaType type) {}

    /** A file and when it was last used. */
    record Spot(Path path, long bytes, Instant used) {
        /** The hash that the file is named by. */
        String hash() {
            String name = path.getFileName().toString();
            int end = name.indexOf('.');
            return end < 0 ? name : name.substring(0, end);
        }
    }
}
