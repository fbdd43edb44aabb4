package org.spoolbot.telegram.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.ChatInbox;

/**
 * Names of commands as Telegram spells them: {@code a-z 0-9 _}, where ours may have a hyphen
 * (https://core.telegram.org/bots/api#botcommand). The server is asked only about names that may be ours in another spelling, because
 * every message of every group comes by here.
 *
 * @param inbox which knows the commands
 */
record Names(ChatInbox inbox) {
    static String shown(String name) {
        return name.replace('-', '_');
    }

    /** Our command that is shown so; the name itself if there is none, so that the answer names what was typed. */
    String meant(String typed) {
        if (typed.indexOf('_') < 0) {
            return typed;
        }
        List<String> all = all().toList();
        return all.contains(typed)
                ? typed
                : all.stream().filter(name -> shown(name).equals(typed)).findFirst().orElse(typed);
    }

    /** Whether a command makes nothing, because plain members cannot call it. */
    boolean isFree(String name) {
        return inbox.menu().stream()
                .filter(entry -> !entry.from().equals(Optional.of(Standing.MEMBER)))
                .anyMatch(entry -> entry.spec().name().equals(name));
    }

    /** Every name, also those of other languages. */
    private Stream<String> all() {
        List<Locale> languages = inbox.languages();
        return inbox.menu().stream().map(ChatInbox.MenuEntry::spec).flatMap(spec -> Stream.concat(
                Stream.of(spec.name()),
                languages.stream().flatMap(language -> inbox.localName(language, spec.descriptionKey()).stream())));
    }
}
