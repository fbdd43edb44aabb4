package org.spoolbot.engine.storage.sqlite;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.spoolbot.engine.storage.NewerDatabaseException;
import org.spoolbot.engine.storage.StorageException;

/** Brings the schema up to this program's version; a database with content is copied before. */
record Migrations(DatabaseFile file) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    void run(Instant now) {
        boolean old = file.exists();
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(file.url(), null, null)
                .locations("classpath:db/migration")
                .load();
        try {
            refuseNewer(flyway);
            if (old && flyway.info().pending().length > 0) {
                String name = "before-migration-" + STAMP.format(now) + ".db";
                file.copyTo(file.folder().resolve("backups").resolve(name));
            }
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new StorageException("The database could not be upgraded; nothing is lost, see the backups folder beside it", failure);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        MigrationVersion known = Arrays.stream(all)
                .filter(info -> info.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        Arrays.stream(all)
                .filter(info -> info.getState().isApplied())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null && version.isNewerThan(known))
                .findFirst()
                .ifPresent(found -> {
                    throw new NewerDatabaseException(found.getVersion(), known.getVersion());
                });
    }
}
