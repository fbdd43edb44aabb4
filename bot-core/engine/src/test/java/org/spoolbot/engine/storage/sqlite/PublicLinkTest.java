package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.PublicLink;

class PublicLinkTest {
    private static final String HASH = "a".repeat(64);

    @TempDir
    Path home;

    @Test
    void an_address_outlives_a_restart_and_the_longer_one_stays_until_it_is_over() {
        PublicLink shorter;
        PublicLink longer;
        try (BooksFixture books = new BooksFixture(home)) {
            shorter = new PublicLink(URI.create("https://cdn.example/short"), books.now.plus(Duration.ofHours(1)));
            longer = new PublicLink(URI.create("https://cdn.example/long"), books.now.plus(Duration.ofHours(20)));
            links(books).keep(HASH, shorter);
            links(books).keep(HASH, longer);
            links(books).keep(HASH, shorter);
        }

        try (BooksFixture books = new BooksFixture(home)) {
            assertThat(links(books).find(HASH)).contains(longer);
            books.now = books.now.plus(Duration.ofHours(21));
            assertThat(links(books).find(HASH)).isEmpty();
            books.database.tidy();
            assertThat(books.number("SELECT count(*) FROM public_link")).isZero();
        }
    }

    @Test
    void an_address_goes_with_its_file() {
        try (BooksFixture books = new BooksFixture(home)) {
            links(books).keep(HASH, new PublicLink(URI.create("https://cdn.example/a"), books.now.plusSeconds(60)));
            links(books).forget(List.of("b".repeat(64), HASH));

            assertThat(links(books).find(HASH)).isEmpty();
        }
    }

    private static SqlitePublicLinkBooks links(BooksFixture books) {
        return new SqlitePublicLinkBooks(books.database, () -> books.now);
    }
}
