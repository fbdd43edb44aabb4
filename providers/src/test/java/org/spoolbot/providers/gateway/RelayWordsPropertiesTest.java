package org.spoolbot.providers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;

class RelayWordsPropertiesTest {
    private static final Set<String> ENDS = Set.of("failed", "failure", "expired", "cancelled", "canceled");

    @Property(tries = 300)
    void a_word_that_nobody_knows_ends_no_job(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) throws ProviderException {
        Assume.that(!ENDS.contains(word.toLowerCase(Locale.ROOT)));
        GatewayJson json = new GatewayJson();
        assertThat(new RelayAnswers(json).state(json.object().put("status", word))).isNotInstanceOf(TaskState.Failed.class);
    }
}
