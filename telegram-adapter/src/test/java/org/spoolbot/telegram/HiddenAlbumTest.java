package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.testkit.SettableClock;

/** What a group hears of an album of which privacy mode shows the bot one part. */
final class HiddenAlbumTest {
    private static final Duration PATIENCE = Bench.PATIENCE;
    private static final byte[] PICTURE = Pictures.jpeg();

    @TempDir
    Path folder;

    @Test
    void aGroupLearnsOnceADayWhyPicturesOfAnAlbumAreMissing() {
        SettableClock clock = SettableClock.atTen();
        try (Bench bench = new Bench(folder, setup -> setup.clock = clock)) {
            Person bob = bench.telegram.person("Bob");
            Chat group = bench.telegram.world().supergroup("Makers", bob);
            Posted first = album(bob, group);
            bench.heard(1);
            assertThat(bench.text(0).uploads()).hasSize(1);
            Posted word = group.await(message -> message.text().contains("reply to my card"), PATIENCE);
            assertThat(word.repliesTo()).hasValue(first.id());

            album(bob, group);
            bench.heard(2);
            clock.advance(Duration.ofDays(1).plusMinutes(1));
            Posted third = album(bob, group);
            bench.heard(3);

            await().atMost(PATIENCE).until(() -> group.fromBot().size() > 1);
            assertThat(group.fromBot()).extracting(message -> message.repliesTo().orElse(0)).containsExactly(first.id(), third.id());
        }
    }

    @Test
    void nobodyIsToldOfMissingPicturesWhereNoneAreMissing() {
        try (Bench bench = new Bench(folder)) {
            Person bob = bench.telegram.person("Bob");
            Chat run = bench.telegram.world().supergroup("Run by the bot", bob);
            run.promoteBot(bob, "can_manage_chat");
            album(bob, run);
            assertThat(bench.text(0).uploads()).as("an administrator sees all").hasSize(2);

            Chat group = bench.telegram.world().supergroup("Makers", bob);
            bob.in(group).sends(Media.photo(PICTURE), "/video one picture that is no album");
            bench.heard(2);
            bob.privately().album("/video @image1 meets @image2", Media.photo(PICTURE), Media.photo(PICTURE));
            assertThat(bench.text(2).uploads()).hasSize(2);

            assertThat(bench.telegram.world().fromBot()).isEmpty();
        }
    }

    private static Posted album(Person person, Chat group) {
        return person.in(group).album("/video @image1 meets @image2", Media.photo(PICTURE), Media.photo(PICTURE)).getFirst();
    }
}
