package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.engine.media.PublicLinkBooks;

/** Public addresses of stored files in SQLite. */
public final class SqlitePublicLinkBooks implements PublicLinkBooks {
    private static final String KEEP = """
            INSERT INTO public_link (sha256, address, expires_at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO UPDATE
            SET address = excluded.address, expires_at = excluded.expires_at WHERE excluded.expires_at > expires_at""";

    private final Database database;
    private final InstantSource clock;

    @Inject
    SqlitePublicLinkBooks(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void keep(String sha256, PublicLink link) {
        database.writer().write(transaction -> transaction.session().update(
                KEEP, sha256, link.address().toString(), link.expiresAt().toEpochMilli()));
    }

    @Override
    public Optional<PublicLink> find(String sha256) {
        return database.readers().read(session -> session.first(
                "SELECT address, expires_at FROM public_link WHERE sha256 = ? AND expires_at > ?",
                row -> new PublicLink(URI.create(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))),
                sha256,
                clock.instant().toEpochMilli()));
    }

    @Override
    public void forget(Collection<String> hashes) {
        database.writer().write(transaction -> {
            int forgotten = 0;
            for (String sha256 : hashes) {
                forgotten += transaction.session().update("DELETE FROM public_link WHERE sha256 = ?", sha256);
            }
            return forgotten;
        });
    }
}
