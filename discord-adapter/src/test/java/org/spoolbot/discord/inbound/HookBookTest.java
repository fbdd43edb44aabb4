package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import org.junit.jupiter.api.Test;
import org.spoolbot.discord.inbound.HookBook.LiveHook;
import org.spoolbot.discord.render.Layout;
import org.spoolbot.testkit.SettableClock;

class HookBookTest {
    private final SettableClock clock = SettableClock.atTen();
    private final HookBook book = new HookBook(clock);

    @Test
    void theFirstAnswerTakesThePlaceOfThinkingAndTheSecondDoesNot() {
        book.deferred(command("1"));

        assertThat(book.takeOriginal("1")).isTrue();
        assertThat(book.takeOriginal("1")).isFalse();
        assertThat(book.ofInteraction("1")).isPresent();
    }

    @Test
    void aHookIsLeftAloneHalfAMinuteBeforeDiscordRefusesIt() {
        book.deferred(command("1"));
        clock.advance(Duration.ofMinutes(14).plusSeconds(29));
        assertThat(book.ofInteraction("1")).isPresent();

        clock.advance(Duration.ofSeconds(1));
        assertThat(book.ofInteraction("1")).isEmpty();
        assertThat(book.takeOriginal("1")).isFalse();
    }

    @Test
    void theTimeOfAnInteractionThatCameLateCountsFromItsWriting() {
        LiveHook late = command("1");
        clock.advance(Duration.ofMinutes(15));
        book.deferred(late);

        assertThat(book.ofInteraction("1")).isEmpty();
    }

    @Test
    void aPressedMessageIsEditedAsTheOriginalAndAnAnswerByItsId() {
        LiveHook press = press("2", "77");
        book.pressed("77", press);
        book.answered("78", press);

        assertThat(book.takeOriginal("2")).isFalse();
        assertThat(book.ofMessage("77").orElseThrow().target("77")).isEqualTo("@original");
        assertThat(book.ofMessage("78").orElseThrow().target("78")).isEqualTo("78");
    }

    @Test
    void aCardThatWasPressedAgainIsEditedThroughTheYoungerHook() {
        LiveHook first = command("1");
        clock.advance(Duration.ofMinutes(10));
        LiveHook second = press("2", "77");
        book.pressed("77", second);
        book.answered("77", first);

        clock.advance(Duration.ofMinutes(10));
        assertThat(book.ofMessage("77")).contains(second);
    }

    @Test
    void theBookForgetsTheOldestWhenItIsFull() {
        for (int id = 0; id <= HookBook.MOST; id++) {
            book.deferred(command(String.valueOf(id)));
        }

        assertThat(book.ofInteraction("0")).isEmpty();
        assertThat(book.ofInteraction("1")).isPresent();
        assertThat(book.ofInteraction(String.valueOf(HookBook.MOST))).isPresent();
    }

    private LiveHook command(String id) {
        return hook(Doubles.interaction(id, clock.instant()));
    }

    private LiveHook press(String id, String message) {
        return hook(Doubles.of(ComponentInteraction.class, Map.of("getId", id, "getTimeCreated", now(), "getMessageId", message)));
    }

    private OffsetDateTime now() {
        Instant instant = clock.instant();
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static LiveHook hook(Interaction interaction) {
        return new LiveHook(Doubles.of(InteractionHook.class, Map.of("getInteraction", interaction)), true, Layout.CLASSIC);
    }
}
