package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.engine.community.CommunityBooks.Row;

class CommunityBooksTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path home;

    private static Row row(String community, String name, String item, String value, Instant at) {
        return new Row(new Community("discord", community), name, item, value, new MemberId("ada"), at);
    }

    @Test
    void what_admins_set_is_there_after_a_restart_with_who_and_when() {
        Row denied = row("1", "channels", "42", "deny", NOON);
        Row spoiler = row("1", "spoiler", "", "always", NOON);
        Row other = row("2", "spoiler", "", "never", NOON);
        try (BooksFixture books = new BooksFixture(home)) {
            new SqliteCommunityBooks(books.database).change(List.of(denied, spoiler, other), List.of());
        }
        try (BooksFixture books = new BooksFixture(home)) {
            assertThat(new SqliteCommunityBooks(books.database).all()).containsExactly(denied, spoiler, other);
        }
    }

    @Test
    void the_last_word_counts_and_what_was_removed_is_gone() {
        try (BooksFixture books = new BooksFixture(home)) {
            SqliteCommunityBooks communities = new SqliteCommunityBooks(books.database);
            Row denied = row("1", "channels", "42", "deny", NOON);
            communities.change(List.of(denied, row("1", "channels", "43", "deny", NOON)), List.of());
            Row allowed = row("1", "channels", "43", "allow", NOON.plusSeconds(1));
            communities.change(List.of(allowed), List.of(denied));

            assertThat(communities.all()).containsExactly(allowed);
        }
    }
}
