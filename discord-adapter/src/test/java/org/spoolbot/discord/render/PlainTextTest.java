package org.spoolbot.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** What Discord would do with what is told it; its client's rules for markdown, as far as they are known. */
class PlainTextTest {
    /** Everything a client or the server would act upon, in text from which the escaped signs were taken. */
    private static final Pattern ACTS = Pattern.compile(
            "(?im)\\*|_|~|`|\\||\\[|\\]|<[@#a:t/i]|@everyone|@here|^\\s*(?:#{1,3}|-#|>{1,3}|[-+]|\\d{1,10}\\.)\\s|https?://"
                    + "|discord(?:app)?\\.(?:gg|com/invite)/|:[\\w+-]+:");

    private static String shown(String told) {
        return told.replaceAll("\\\\([^0-9A-Za-z\\s])", "$1");
    }

    private static String unescapedIn(String told) {
        return told.replaceAll("\\\\[^0-9A-Za-z\\s]", "\u2060");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**bold** __under__ ~~gone~~ *it*",
                "||spoiler||",
                "`code` ```fence```",
                "[click me](https://evil.example)",
                "[click me](<https://evil.example>)",
                "<@80351110224678912> <@!80351110224678912> <@&1> <#1> </video:1>",
                "<t:1700000000:R> <id:customize>",
                "<:kite:123> <a:kite:123> :smile: :+1:",
                "@everyone and @here",
                "# heading\n## smaller\n-# small print\n> quote\n>>> all quote\n- list\n1. list\n * list",
                "https://discord.gg/abc discord.gg/abc discord.com/invite/abc",
                "https://example.com/a_b_c",
                "a trailing backslash \\",
                "\\*already escaped\\*",
                "snake_case_name 2*3*4",
            })
    void whatAMemberWroteIsReadAsItWasWritten(String text) {
        String told = PlainText.escape(text);

        assertThat(shown(told)).isEqualTo(text);
        assertThat(unescapedIn(told)).doesNotContainPattern(ACTS);
    }

    @Test
    void plainWordsStayPlain() {
        assertThat(PlainText.escape("Your clip: 5 s, 16:9, @image1 — ready in 2-3 min. (0.50 USD)"))
                .isEqualTo("Your clip: 5 s, 16:9, @image1 — ready in 2-3 min. (0.50 USD)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            See https://clips.example/media/a_b?t=1.          ; See <https://clips.example/media/a_b?t=1>.
            (http://127.0.0.1:8080/media/x)                   ; (<http://127.0.0.1:8080/media/x>)
            https://a.example and https://b.example/*x*       ; <https://a.example> and <https://b.example/>\\*x\\*
            join https://discord.gg/abc now                   ; join https\\://discord\\.gg/abc now
            """)
    void aLinkOfTheServerCanBePressedAndShowsNoPreviewButAnInvitationStaysText(String text, String told) {
        assertThat(PlainText.speech(text, 2000)).isEqualTo(told);
    }

    @Test
    void nothingUnseenIsSmuggledIn() {
        assertThat(PlainText.escape("a\u202Eb\u0000c\u001B[31m\uD800d\r\ne")).isEqualTo("abc\\[31md\ne");
    }

    @Test
    void aCutBreaksNoEscapeAndNoCharacter() {
        assertThat(PlainText.escape("**********", 6)).isEqualTo("\\*\\*…");
        assertThat(PlainText.escape("😀😀😀", 4)).isEqualTo("😀…");
        assertThat(PlainText.escape("abc", 3)).isEqualTo("abc");
        assertThat(PlainText.label("😀😀😀", 4)).isEqualTo("😀…");
        assertThat(PlainText.label(" \n ", 4)).isEqualTo("…");
    }

    @Property
    void whateverIsWrittenNothingActsAndNothingIsLost(@ForAll("writing") String text) {
        String told = PlainText.escape(text);

        assertThat(shown(told)).isEqualTo(text);
        assertThat(unescapedIn(told)).doesNotContainPattern(ACTS);
    }

    @Property
    void aCutTextIsTheBeginningOfTheWholeAndFits(@ForAll("writing") String text, @ForAll @IntRange(min = 1, max = 60) int length) {
        String cut = PlainText.escape(text, length);

        assertThat(cut.length()).isLessThanOrEqualTo(length);
        assertThat(PlainText.escape(text)).startsWith(cut.endsWith("…") ? cut.substring(0, cut.length() - 1) : cut);
        assertThat(unescapedIn(cut)).doesNotContainPattern("[*_~`|\\\\]");
        assertThat(PlainText.speech(text, length).length()).isLessThanOrEqualTo(length);
    }

    @Provide
    Arbitrary<String> writing() {
        Arbitrary<String> pieces = Arbitraries.of(
                "*", "_", "~~", "`", "||", "\\", "[a](b)", "<@1>", "<t:1:R>", "<:x:1>", ":x:", "@everyone", "@here", "# ", "-# ", "> ", "- ",
                "1. ", "\n", " ", "a", "😀", "https://a.example/x_y", "discord.gg/x", "\t", "…");
        return pieces.list().ofMaxSize(30).map(parts -> String.join("", parts));
    }
}
