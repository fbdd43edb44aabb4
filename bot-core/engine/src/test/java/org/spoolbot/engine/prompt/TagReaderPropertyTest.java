package org.spoolbot.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.of("@", "@@", "@image1", "image", "IMG_2", "图片3", "1", "0", " ", "a", "é", "的", "_", "video 2", "\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
