package org.spoolbot.engine.quota;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.identity.MemberBooks;

/** Reads whom a typed text is about. */
final class SubjectReader {
    private static final Pattern MENTION = Pattern.compile("<@!?(\\d{1,30})>");
    private static final Pattern GROUP = Pattern.compile("group:([a-z0-9-]{1,40})");
    private static final Pattern PLACE = Pattern.compile("community:([a-z0-9-]{1,40}):(\\S{1,80})");
    private static final Pattern ACCOUNT = Pattern.compile("([a-z0-9-]{1,40}):(\\S{1,80})");

    private final MemberBooks members;

    @Inject
    SubjectReader(MemberBooks members) {
        this.members = members;
    }

    Optional<QuotaSubject> read(String text, Sender actor) {
        String typed = text.strip();
        return switch (typed) {
            case "default" -> Optional.of(new QuotaSubject.Default());
            case "global" -> Optional.of(new QuotaSubject.Global());
            case "me" -> Optional.of(new QuotaSubject.Person(actor.member()));
            case "here" -> actor.community().map(QuotaSubject.Place::new);
            default -> named(typed, actor);
        };
    }

    private Optional<QuotaSubject> named(String typed, Sender actor) {
        Matcher mention = MENTION.matcher(typed);
        if (mention.matches()) {
            return person(new Account(actor.account().platform(), mention.group(1)));
        }
        Matcher group = GROUP.matcher(typed);
        if (group.matches()) {
            return Optional.of(new QuotaSubject.Group(group.group(1)));
        }
        Matcher place = PLACE.matcher(typed);
        if (place.matches()) {
            return Optional.of(new QuotaSubject.Place(new Community(place.group(1), place.group(2))));
        }
        Matcher account = ACCOUNT.matcher(typed);
        return account.matches() ? person(new Account(account.group(1), account.group(2))) : Optional.empty();
    }

    private Optional<QuotaSubject> person(Account account) {
        return members.find(account).map(known -> new QuotaSubject.Person(known.member()));
    }
}
