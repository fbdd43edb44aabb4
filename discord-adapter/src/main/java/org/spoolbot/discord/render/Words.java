package org.spoolbot.discord.render;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.spoolbot.api.platform.ChatInbox;

/** Names and descriptions in the languages that both the server and Discord know. English is what stands where nothing else does. */
final class Words {
    /** What Discord takes for a name, but that it also knows some marks of Indian and Thai letters. */
    private static final Pattern NAME = Pattern.compile("[-_\\p{L}\\p{N}]{1,32}");

    private final ChatInbox inbox;
    private final Map<DiscordLocale, Locale> languages = new EnumMap<>(DiscordLocale.class);

    Words(ChatInbox inbox) {
        this.inbox = inbox;
        List<Locale> spoken = inbox.languages();
        for (DiscordLocale locale : DiscordLocale.values()) {
            fitting(locale, spoken).filter(language -> !isEnglish(language)).ifPresent(language -> languages.put(locale, language));
        }
    }

    /** The same tag before the same language: a region that has no texts of its own reads those of its language. */
    private static Optional<Locale> fitting(DiscordLocale locale, List<Locale> spoken) {
        Locale wanted = locale.toLocale();
        Stream<Locale> same = spoken.stream().filter(language -> language.toLanguageTag().equals(wanted.toLanguageTag()));
        Stream<Locale> near = spoken.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()) && language.getCountry().isEmpty());
        return locale == DiscordLocale.UNKNOWN ? Optional.empty() : Stream.concat(same, near).findFirst();
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    String description(String key, int length) {
        return PlainText.label(inbox.describe(Locale.ENGLISH, key), length);
    }

    /** Only what differs from English. */
    Map<DiscordLocale, String> descriptions(String key, int length) {
        String english = description(key, length);
        Map<DiscordLocale, String> found = new EnumMap<>(DiscordLocale.class);
        languages.forEach((locale, language) -> {
            String text = PlainText.label(inbox.describe(language, key), length);
            if (!text.equals(english)) {
                found.put(locale, text);
            }
        });
        return found;
    }

    /**
     * The local names of one of several things that stand beside each other. A name that Discord would refuse is left out.
     *
     * @param siblings names and description keys of all of them
     */
    Map<DiscordLocale, String> names(Named one, Collection<Named> siblings) {
        Map<DiscordLocale, String> found = new EnumMap<>(DiscordLocale.class);
        languages.forEach((locale, language) -> name(one, language)
                .filter(name -> !name.equals(one.name()))
                .filter(name -> siblings.stream()
                        .filter(sibling -> !sibling.equals(one))
                        .noneMatch(sibling -> sibling.name().equals(name) || name(sibling, language).equals(Optional.of(name))))
                .ifPresent(name -> found.put(locale, name)));
        return found;
    }

    private Optional<String> name(Named one, Locale language) {
        return inbox.localName(language, one.descriptionKey())
                .map(name -> name.strip().toLowerCase(language))
                .filter(name -> NAME.matcher(name).matches());
    }

    /**
     * Something with a name.
     *
     * @param name its name in English
     * @param descriptionKey the key of its description, and of its local names
     */
    record Named(String name, String descriptionKey) {}
}
