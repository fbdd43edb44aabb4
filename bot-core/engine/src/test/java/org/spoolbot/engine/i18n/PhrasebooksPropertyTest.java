package org.spoolbot.engine.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.spoolbot.api.i18n.Translator;

class PhrasebooksPropertyTest {
    @Property(tries = 50)
    void noLanguageBreaksASentence(@ForAll @StringLength(max = 12) String language) {
        Translator translator = new Phrasebooks(Path.of("no-such-folder"), ZoneId.of("UTC")).server();

        assertThat(translator.text(Locale.of(language), "command.unknown", 7)).isEqualTo("There is no command /7. /help lists what I can do.");
    }
}
