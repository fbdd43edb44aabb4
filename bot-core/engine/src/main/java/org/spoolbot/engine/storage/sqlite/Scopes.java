package org.spoolbot.engine.storage.sqlite;

import java.util.Optional;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.quota.QuotaSubject;

/**
 * The three sides on which a job counts, as keys of rows.
 *
 * @param member the person
 * @param place the community, or one common key for all private chats, which no limit reads
 */
record Scopes(String member, String place) {
    static final String SERVER = "server";
    private static final String PRIVATE = "private";

    static Scopes of(MemberId member, Destination destination) {
        return of(member, destination.community());
    }

    static Scopes of(MemberId member, Optional<Community> community) {
        return new Scopes("member:" + member.value(), community.map(Scopes::place).orElse(PRIVATE));
    }

    /** Where what a rule limits is counted: rules of a person, a group and the default all limit the one person who asks. */
    String counting(QuotaSubject subject) {
        return switch (subject) {
            case QuotaSubject.Global _ -> SERVER;
            case QuotaSubject.Place(Community community) -> place(community);
            case QuotaSubject.Person _, QuotaSubject.Group _, QuotaSubject.Default _ -> member;
        };
    }

    /** The key under which a rule itself is stored. */
    static String ruleOf(QuotaSubject subject) {
        return switch (subject) {
            case QuotaSubject.Global _ -> "global";
            case QuotaSubject.Default _ -> "default";
            case QuotaSubject.Group(String name) -> "group:" + name;
            case QuotaSubject.Place(Community community) -> place(community);
            case QuotaSubject.Person(MemberId member) -> "member:" + member.value();
        };
    }

    private static String place(Community community) {
        return "place:" + community;
    }
}
