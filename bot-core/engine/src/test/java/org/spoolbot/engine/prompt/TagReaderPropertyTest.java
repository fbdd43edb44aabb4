package org.spoolbot.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Prompt;

class TagReaderPropertyTest {
    private final TagReader reader = new TagReader();

    @Property
    void whatIsWrittenReadsAsTheSamePrompt(@ForAll("typed") String typed) {
        Prompt prompt = reader.read(typed);
        assertThat(reader.read(reader.write(prompt))).isEqualTo(prompt);
    }

    @Property
    void noTextMakesItFail(@ForAll String typed) {
        assertThat(reader.read(typed).canonical()).isNotNull();
    }

    @Property
    void textWithoutAtSignsStaysAsItWas(@ForAll String typed) {
        String plain = typed.replace("@", "");
        assertThat(reader.read(plain)).isEqualTo(Prompt.plain(plain));
    }

    @Property
    void anyPlainTextSurvivesWritingAndReading(@ForAll("typed") String words) {
        assertThat(reader.read(reader.write(Prompt.plain(words)))).isEqualTo(Prompt.plain(words));
    }

    @Property
    void aNumberOfTwoDigitsIsNeverReadAsOneOfOne(@ForAll("spellings") String word, @ForAll @IntRange(min = 1, max = 99) int number) {
        assertThat(reader.read("with " + word + number + " and more").tags()).extracting(Prompt.Tag::index).containsExactly(number);
        assertThat(reader.read("把" + word + number + word + number + "放在一起").tags()).as("Chinese puts no space between")
                .extracting(Prompt.Tag::index).containsExactly(number, number);
    }

    @Property
    void everyPromptIsWrittenSoThatItReadsAsItself(@ForAll("prompts") Prompt prompt) {
        // A letter before a tag, or a number behind it, makes another word of it: no member can have typed that.
        Assume.that(!prompt.render(tag -> "\0").matches("(?s).*([\\wé@]\\x00|\\x00[\\wé]).*"));
        Prompt read = reader.read(reader.write(prompt));
        assertThat(read.canonical()).isEqualTo(prompt.canonical());
        assertThat(read.tags()).isEqualTo(prompt.tags());
    }

    @Provide
    Arbitrary<Prompt> prompts() {
        Arbitrary<Prompt.Token> words = Arbitraries.of("a", "@", "@@", "@image1", "@图片2", " ", "é", "的", "x@img3", ".", "\u2060")
                .map(Prompt.Text::new);
        Arbitrary<Prompt.Token> tags = Arbitraries.of(MediaKind.values()).map(kind -> new Prompt.Tag(kind, 7));
        return Arbitraries.oneOf(words, tags).list().ofMaxSize(8).map(Prompt::new);
    }

    @Property
    void threeDigitsAreNoFile(@ForAll("spellings") String word, @ForAll @IntRange(min = 100, max = 9999) int number) {
        assertThat(reader.read(word + number).tags()).isEmpty();
    }

    @Property
    void peopleWhoAreMentionedAreNoFiles(@ForAll("mentions") String mention, @ForAll("around") String before, @ForAll("around") String after) {
        String text = before + mention + after;
        assertThat(reader.read(text)).isEqualTo(Prompt.plain(text));
    }

    @Property
    void aTagMeansTheSameHoweverItIsSpelled(@ForAll("spellings") String word, @ForAll @IntRange(min = 1, max = 99) int number) {
        Prompt read = reader.read("a " + word + number + ".");
        assertThat(read.tags()).hasSize(1);
        assertThat(reader.read(reader.write(read))).isEqualTo(read);
        assertThat(reader.read("a @" + word + number + ".")).as("doubled").isEqualTo(Prompt.plain("a " + word + number + "."));
    }

    @Property
    void charactersThatNobodySeesMakeNoOtherTagOfACopiedOne(
            @ForAll("spellings") String word, @ForAll @IntRange(min = 1, max = 99) int number, @ForAll("unseen") String unseen) {
        String word2 = word.replaceFirst("^@", "@" + unseen).replaceFirst("(?=[_ ]?$)", unseen);
        String digits = String.join(unseen, Integer.toString(number).split(""));
        String copied = "a " + unseen + word2 + unseen + digits + unseen + " b";

        assertThat(reader.read(copied).tags()).isEqualTo(reader.read("a " + word + number + " b").tags()).hasSize(1);
        assertThat(reader.read(reader.write(reader.read(copied)))).isEqualTo(reader.read(copied));
        assertThat(reader.read(copied.replace("@", "@@")).tags()).as("doubled").isEmpty();
    }

    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.of("", "\u2060", "\u200B", "\uFEFF", "\u200E", "\u2068\u2069", "\u202A");
    }

    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.of(
                "@image", "@Image", "@IMAGE_", "@img", "@IMG_", "@img ", "@图片", "@图像", "@video", "@VID_", "@vid ", "@视频", "@audio",
                "@Audio_", "@音频");
    }

    @Provide
    Arbitrary<String> mentions() {
        return Arbitraries.of(
                "<@123456789012345678>", "<@!123456789012345678>", "<@&42>", "<#17>", "ada@image1.example", "ada+x@video2.example",
                "@image1bot", "@video2_bot", "@ada", "@everyone", "@here", "@imagery", "@videographer1", "@audiophile2", "@image");
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.of("", " ", "hello ", " and then", "(", ")", ", ", "\n");
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of("@", "@@", "@image1", "image", "IMG_2", "图片3", "1", "0", " ", "a", "é", "的", "_", "video 2", "\n", "\u2060")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
