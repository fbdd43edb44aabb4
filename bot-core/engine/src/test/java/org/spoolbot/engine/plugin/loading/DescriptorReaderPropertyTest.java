package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.spoolbot.engine.plugin.loading.DescriptorReader.Reading;

class DescriptorReaderPropertyTest {
    private static final String GOOD = "id: quiet\nname: Quiet\nversion: 1\nmain: org.example.Quiet\napi-version: 1\n";

    private final DescriptorReader reader = new DescriptorReader();

    @Property(tries = 500)
    void noTextBreaksTheReader(@ForAll @StringLength(max = 60) String text) {
        Reading alone = reader.read(text);
        Reading behind = reader.read(GOOD + text);

        assertThat(alone.descriptor().isEmpty()).isEqualTo(!alone.faults().isEmpty());
        assertThat(behind.descriptor().isEmpty()).isEqualTo(!behind.faults().isEmpty());
    }
}
