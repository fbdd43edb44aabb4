package org.spoolbot.providers.sandbox.laozhang;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormPartTest {

    @Test
    void namesMayBeBareOrQuotedWithEscapes() {
        FormPart.Head head = FormPart.Head.of("form-data; name=\"files\"; filename=\"a \\\"b\\\"; c.png\"", "Image/PNG").orElseThrow();
        assertThat(head.name()).isEqualTo("files");
        assertThat(head.fileName()).contains("a \"b\"; c.png");
        assertThat(head.contentType()).isEqualTo("image/png");
        assertThat(FormPart.Head.of("form-data; name=model", null).orElseThrow().fileName()).isEmpty();
    }

    @Test
    void aPartWithoutANameIsNone() {
        assertThat(FormPart.Head.of(null, null)).isEmpty();
        assertThat(FormPart.Head.of("attachment; name=\"files\"", null)).isEmpty();
        assertThat(FormPart.Head.of("form-data; filename=\"a.png\"", null)).isEmpty();
    }

    @Test
    void aHugeHeaderIsNotLookedInto() {
        assertThat(FormPart.Head.of("form-data; name=\"" + "a".repeat(100_000) + "\"", null)).isEmpty();
    }

    @Property
    void anyHeaderCanBeRead(@ForAll String text) {
        assertThat(FormPart.Head.of("form-data; name=\"x\"; filename=\"" + text + "\"", text)).isNotNull();
        assertThat(FormPart.Head.of(text, text)).isNotNull();
    }
}
