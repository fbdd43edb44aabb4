package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.identity.GroupLookup;
import org.spoolbot.engine.identity.Languages;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.memory.RecentlyUsed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a sender of what a platform says about a person. Remembers the last people, so that completion needs no database. */
final class SenderResolver {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 80;
    private static final MemberId NOBODY = new MemberId("0");

    private final MemberBooks members;
    private final GroupLookup groups;
    private final ChatRules chats;
    private final Locale serverLanguage;
    private final InstantSource clock;
    private final Map<Account, Person> people = new RecentlyUsed<>(REMEMBERED);

    @Inject
    SenderResolver(MemberBooks members, GroupLookup groups, ChatRules chats, ServerSettings settings, InstantSource clock) {
        this.members = members;
        this.groups = groups;
        this.chats = chats;
        this.serverLanguage = settings.region().language();
        this.clock = clock;
    }

    /** The sender; writes down a person at first sight. Blocks. */
    Sender seen(Origin origin) {
        String name = cleaned(origin.name());
        MemberBooks.Known known = members.seen(origin.account(), name);
        Map<String, String> preferences = members.preferences(known.member());
        Languages.note(members, known.member(), preferences, origin);
        Person person = person(known, preferences, origin);
        remember(origin.account(), person);
        return sender(origin, name, person);
    }

    /** The sender; nobody is written down. Blocks only for somebody who is not in memory. */
    Sender known(Origin origin) {
        if (recall(origin.account()).isEmpty()) {
            members.find(origin.account())
                    .ifPresent(known -> remember(origin.account(), person(known, members.preferences(known.member()), origin)));
        }
        return recalled(origin);
    }

    private static Person person(MemberBooks.Known known, Map<String, String> preferences, Origin origin) {
        Optional<Locale> heard = origin.language().or(() -> Languages.heard(preferences, origin.account().platform()));
        return new Person(known, Languages.chosen(preferences), heard);
    }

    /** The sender as far as it is in memory. Never blocks. */
    Sender recalled(Origin origin) {
        Person person = recall(origin.account())
                .orElseGet(() -> new Person(new MemberBooks.Known(NOBODY, "", clock.instant()), Optional.empty(), Optional.empty()));
        return sender(origin, cleaned(origin.name()), person);
    }

    private Sender sender(Origin origin, String name, Person person) {
        Instant firstSeen = person.known().firstSeen();
        Locale language = person.language()
                .or(() -> chosenFor(origin))
                .or(origin::language)
                .or(person::heard)
                .orElse(serverLanguage);
        return new Sender(
                person.known().member(),
                origin.account(),
                name,
                language,
                origin.destination().community(),
                groups.groups(origin, firstSeen));
    }

    /** What the chat was given counts before the language of somebody's app, which nobody chose for it. */
    private Optional<Locale> chosenFor(Origin origin) {
        return Optional.ofNullable(chats.usual(origin.destination().community()).get("language")).map(Locale::forLanguageTag);
    }

    private synchronized void remember(Account account, Person person) {
        people.put(account, person);
    }

    private synchronized Optional<Person> recall(Account account) {
        return Optional.ofNullable(people.get(account));
    }

    static String cleaned(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private record Person(MemberBooks.Known known, Optional<Locale> language, Optional<Locale> heard) {}
}
