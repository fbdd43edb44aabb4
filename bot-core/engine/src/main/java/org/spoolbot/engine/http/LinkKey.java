package org.spoolbot.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.channels.SeekableByteChannel;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The key that signs addresses, in a file that only the server's user may read. */
final class LinkKey {
    private static final int BYTES = 32;

    private LinkKey() {}

    /** The key in that file; made at first use. */
    static byte[] in(Path file, RandomGenerator random) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.exists(file) ? read(file) : make(file, random);
        } catch (IOException fault) {
            throw new UncheckedIOException("The key of signed links cannot be read or written: " + file, fault);
        }
    }

    private static byte[] read(Path file) throws IOException {
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) {
            throw new IOException("it has " + key.length + " bytes instead of " + BYTES + "; delete it, and a new one is made");
        }
        return key;
    }

    private static byte[] make(Path file, RandomGenerator random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, fresh, onlyOwner())) {
            channel.write(ByteBuffer.wrap(key));
            return key;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return read(file);
        }
    }

    private static FileAttribute<?>[] onlyOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
