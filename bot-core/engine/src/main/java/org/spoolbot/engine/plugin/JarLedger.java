package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.engine.plugin.loading.Candidate;
import org.spoolbot.engine.store.KeyValueBooks;

/** Remembers the hash of every plugin jar, and tells the operator of one that was never seen: a plugin may do all the process may. */
final class JarLedger {
    private static final Logger LOG = LoggerFactory.getLogger(JarLedger.class);

    private final KeyValueStore seen;
    private @Nullable Boolean veryFirstStart;

    @Inject
    JarLedger(KeyValueBooks books) {
        seen = books.of("core");
    }

    void announce(Candidate candidate) throws IOException {
        Optional<Path> jar = candidate.jar();
        if (jar.isEmpty()) {
            return;
        }
        String hash = hash(jar.get());
        String id = candidate.descriptor().id();
        // Told before it is written down: a crash between the two tells it again.
        if (seen.get(key(id, hash)).isEmpty()) {
            Level level = isVeryFirstStart() ? Level.INFO : Level.WARN;
            LOG.atLevel(level).log("plugin {} comes from {}, a jar that was never seen here: sha256 {}", id, jar.get().getFileName(), hash);
            seen.put(key(id, hash), "");
        }
    }

    /** Then everything is new, and only later a new jar is news. Called by boot, from one thread. */
    private boolean isVeryFirstStart() {
        Boolean known = veryFirstStart;
        if (known == null) {
            known = seen.scan("jar/", "", 1).isEmpty();
            veryFirstStart = known;
        }
        return known;
    }

    private static String key(String id, String hash) {
        return "jar/" + id + "/" + hash;
    }

    private static String hash(Path jar) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(jar), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
