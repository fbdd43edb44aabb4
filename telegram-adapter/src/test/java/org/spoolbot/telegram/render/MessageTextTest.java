package org.spoolbot.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

class MessageTextTest {
    private static final Account ADA = new Account("telegram", "6000000001");

    @Test
    void aCardReadsAsATitleAndItsFacts() {
        Card card = new Card("A <kite>", "in the sky", List.of(Card.Field.of("Length", "5 s"), Card.Field.of("Price", "0.40 & more")), List.of(), Card.Tone.WARNING);

        assertThat(MessageText.of(Message.of("Ready?").with(card), MessageText.MOST_TEXT))
                .isEqualTo("Ready?\n⚠️ <b>A &lt;kite&gt;</b>\nin the sky\n<b>Length:</b> 5 s\n<b>Price:</b> 0.40 &amp; more");
    }

    @Test
    void progressShowsHowFarItIs() {
        assertThat(progress(OptionalDouble.of(0.5))).isEqualTo("Rendering · #2 · about 3 min\n▰▰▰▰▰▰▱▱▱▱▱▱ 50 %");
        assertThat(progress(OptionalDouble.of(7))).endsWith("▰▰▰▰▰▰▰▰▰▰▰▰ 100 %");
        assertThat(progress(OptionalDouble.of(Double.NaN))).doesNotContain("-");
        assertThat(progress(OptionalDouble.empty())).isEqualTo("Rendering · #2 · about 3 min");
    }

    private static String progress(OptionalDouble fraction) {
        return MessageText.of(
                Message.of("").with(new Progress("Rendering", fraction, OptionalInt.of(2), Optional.of("about 3 min"))), MessageText.MOST_TEXT);
    }

    @Test
    void onlyTheOneWhoIsMeantIsMentionedAndOnlyWhereAllRead() {
        Message result = Message.of("done").in(new Message.Envelope(Message.Audience.CHANNEL, Optional.of(ADA), Optional.empty(), false));

        assertThat(MessageText.of(result, 100)).isEqualTo("<a href=\"tg://user?id=6000000001\">🔔</a> done");
        assertThat(MessageText.of(result.forAskerHere(), 100)).isEqualTo("done");
        Account stranger = new Account("discord", "6000000001");
        assertThat(MessageText.of(result.in(new Message.Envelope(Message.Audience.CHANNEL, Optional.of(stranger), Optional.empty(), false)), 100))
                .isEqualTo("done");
    }

    @Test
    void aTextWithoutAnythingToSeeIsEmpty() {
        assertThat(MessageText.of(Message.of(" \u200B\u202E "), 100)).isEmpty();
    }

    @Property(tries = 300)
    void whateverIsInItTheWordsKeepTheirLimitAndTheTagsAreClosed(
            @ForAll String text,
            @ForAll @Size(max = 20) List<String> facts,
            @ForAll @IntRange(min = 1, max = 300) int most) {
        List<Card.Field> fields = facts.stream().map(fact -> Card.Field.of(fact, fact + "@you <b>")).toList();
        Message message = Message.of(text)
                .with(new Card("title " + text, text, fields, List.of(), Card.Tone.ERROR))
                .with(new Progress("Rendering", OptionalDouble.of(0.3), OptionalInt.empty(), Optional.empty()));

        String html = MessageText.of(message, most);

        String bare = html.replaceAll("</?(b|code)>", "");
        assertThat(bare).doesNotContain("<", ">");
        assertThat(html.split("<b>", -1)).hasSameSizeAs(html.split("</b>", -1));
        assertThat(html.split("<code>", -1)).hasSameSizeAs(html.split("</code>", -1));
        assertThat(bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").length()).isLessThanOrEqualTo(most);
    }

    @Property(tries = 500)
    void whatACardShowsIsCopiedAsItWasWrittenAndCallsNobody(@ForAll("prompts") String prompt) {
        Card card = new Card("Ready?", prompt, List.of(), List.of(), Card.Tone.INFO);

        String html = MessageText.of(Message.of("").with(card), MessageText.MOST_TEXT).substring("<b>Ready?</b>".length());

        assertThat(html.replaceAll("</?code>", "").strip()).isEqualTo(prompt.strip());
        String outsideCode = html.replaceAll("<code>[^<]*</code>", "x");
        assertThat(outsideCode).as("names that Telegram would link").doesNotContainPattern("(?<![\\p{L}\\p{N}_])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\\w)");
    }

    @Provide
    Arbitrary<String> prompts() {
        Arbitrary<String> signs = Arbitraries.of("@", "@@", "_", " ", "\n", "a", "é", "的", ".", "(", "/video", "me");
        Arbitrary<String> names = Arbitraries.of("image", "Image_", "IMG ", "图片", "图像", "video", "vid_", "视频", "audio", "音频", "ada")
                .flatMap(word -> Arbitraries.integers().between(1, 99).map(number -> "@" + word + number));
        return Arbitraries.oneOf(signs, names).list().ofMaxSize(12).map(parts -> "x " + String.join("", parts));
    }
}
