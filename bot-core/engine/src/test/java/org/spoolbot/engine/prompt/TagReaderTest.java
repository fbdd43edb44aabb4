package org.spoolbot.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.video.Prompt;

class TagReaderTest {
    private final TagReader reader = new TagReader();

    @ParameterizedTest
    @CsvSource({
        "@image1, @image1", "@Image1, @image1", "@img1, @image1", "@IMG_1, @image1", "@图片1, @image1", "@图像12, @image12",
        "@video 2, @video2", "@VID_3, @video3", "@视频1, @video1", "@audio9, @audio9", "@音频2, @audio2", "参考@图片1的猫, 参考@image1的猫"
    })
    void everySpellingThatMembersUseIsTheSameTag(String typed, String canonical) {
        Prompt prompt = reader.read(typed);
        assertThat(prompt.tags()).hasSize(1);
        assertThat(prompt.canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mail@image1", "@image", "@image0", "@image100", "@imagery 1", "@image1_bot", "@video2go", "@@image1", "é@img1", "a @ image1", "@"
    })
    void wordsAndMentionsAreNoTags(String typed) {
        assertThat(reader.read(typed).tags()).isEmpty();
    }

    @Test
    void tenIsNotOneAndAZero() {
        assertThat(reader.read("@image1 and @image10").tags()).extracting(Prompt.Tag::index).containsExactly(1, 10);
    }

    @Test
    void aDoubledAtSignIsAPlainOne() {
        assertThat(reader.read("say @@image1 twice")).isEqualTo(Prompt.plain("say @image1 twice"));
    }
}
