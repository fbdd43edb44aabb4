package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.provider.Money;

class UpgradeTest {
    @TempDir
    Path home;

    @Test
    void what_was_spent_before_an_upgrade_still_counts_after_it() throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("spoolbot.db");
        Flyway.configure(Migrations.class.getClassLoader())
                .configuration(Map.of("flyway.target", "3"))
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String movement : List.of("MEMBER_HELD", "OPERATOR_PRESUMED")) {
                statement.execute("INSERT INTO ledger VALUES ('old', '" + movement + "', 'member:ada', 'private', 1, 1, 0, 700, 0, 0)");
            }
            statement.execute("INSERT INTO job_event VALUES ('old', 1, 1, 'Ordered', 'QUEUED', NULL)");
        }

        try (BooksFixture books = new BooksFixture(home)) {
            assertThat(books.number("SELECT count(*) FROM ledger WHERE round = 0")).isEqualTo(2);
            assertThat(books.jobs.spentSince(Instant.EPOCH)).isEqualTo(new Money(700));
            assertThat(books.jobs.history(new JobId("old"))).hasSize(1);
        }
    }
}
