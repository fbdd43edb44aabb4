package org.spoolbot.engine.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.platform.Origin;

/**
 * The languages of a member, among the preferences: the one that was chosen, and that of the app in which the member was heard last. What
 * is told long after, or after a restart, knows it from there.
 */
public final class Languages {
    private static final String CHOSEN = "language";
    /** No tag of a real language is longer (RFC 5646, section 4.4.1). */
    private static final int LONGEST = 35;

    private Languages() {}

    /** What the member chose. */
    public static Optional<Locale> chosen(Map<String, String> preferences) {
        return locale(preferences, CHOSEN);
    }

    /** What the member's app on that platform said. */
    public static Optional<Locale> heard(Map<String, String> preferences, String platform) {
        return locale(preferences, key(platform));
    }

    /** Stores what an app says, if the preferences do not say so yet. Blocks then. */
    public static void note(MemberBooks members, MemberId member, Map<String, String> preferences, Origin origin) {
        String key = key(origin.destination().platform());
        String tag = origin.language().map(Locale::toLanguageTag).orElse("");
        boolean usable = !tag.isEmpty() && tag.length() <= LONGEST;
        if (usable && !tag.equals(preferences.get(key))) {
            members.prefer(member, key, tag);
        }
    }

    private static String key(String platform) {
        return CHOSEN + "." + platform;
    }

    private static Optional<Locale> locale(Map<String, String> preferences, String key) {
        return Optional.ofNullable(preferences.get(key))
                .map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty());
    }
}
