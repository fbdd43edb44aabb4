package org.spoolbot.telegram.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.ChatInbox;

/**
 * Names of commands as Telegram spells them: {@code a-z 0-9 _}, where ours may have a hyphen
 * (https://core.telegram.org/bots/api#botcommand).
 *
 * @param all every name, also those of other languages
 * @param free those of commands that make nothing, because plain members cannot call them
 */
record Names(Set<String> all, Set<String> free) {
    static Names of(ChatInbox inbox) {
        Set<String> all = new TreeSet<>();
        List<Locale> languages = inbox.languages();
        inbox.menu().forEach(entry -> {
            all.add(entry.spec().name());
            languages.forEach(language -> inbox.localName(language, entry.spec().descriptionKey()).ifPresent(all::add));
        });
        Set<String> free = inbox.menu().stream()
                .filter(entry -> !entry.from().equals(Optional.of(Standing.MEMBER)))
                .map(entry -> entry.spec().name())
                .collect(Collectors.toSet());
        return new Names(all, free);
    }

    static String shown(String name) {
        return name.replace('-', '_');
    }

    /** Our command that is shown so; the name itself if there is none, so that the answer names what was typed. */
    String meant(String typed) {
        return all.contains(typed)
                ? typed
                : all.stream().filter(name -> shown(name).equals(typed)).findFirst().orElse(typed);
    }
}
