package org.spoolbot.engine.command.builtin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.engine.conversation.ConversationBooks;
import org.spoolbot.engine.identity.MemberBooks;

/** Members and conversations in memory. */
final class FakeBooks implements MemberBooks, ConversationBooks {
    private final InstantSource clock;
    private final Map<Account, Known> members = new HashMap<>();
    private final Map<String, String> preferences = new HashMap<>();
    private final Map<String, Expired> open = new LinkedHashMap<>();
    private int counter;

    FakeBooks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Known seen(Account account, String name) {
        return members.computeIfAbsent(account, one -> new Known(new MemberId("m" + one.id()), name, clock.instant()));
    }

    @Override
    public Optional<Known> find(Account account) {
        return Optional.ofNullable(members.get(account));
    }

    @Override
    public Optional<String> name(MemberId member) {
        return members.values().stream().filter(known -> known.member().equals(member)).map(Known::name).findFirst();
    }

    @Override
    public Map<String, String> preferences(MemberId member) {
        Map<String, String> own = new HashMap<>();
        preferences.forEach((key, value) -> {
            if (key.startsWith(member + " ")) {
                own.put(key.substring(member.value().length() + 1), value);
            }
        });
        return own;
    }

    @Override
    public void prefer(MemberId member, String key, String value) {
        if (value.isEmpty()) {
            preferences.remove(member + " " + key);
            return;
        }
        preferences.put(member + " " + key, value);
    }

    @Override
    public Conversation open(MemberId member, Destination destination, String kind, String state, Instant expiresAt) {
        current(member, destination).ifPresent(old -> open.remove(old.id()));
        Conversation made = new Conversation("c" + ++counter, kind, 1, state, expiresAt);
        open.put(made.id(), new Expired(made, member, destination));
        return made;
    }

    @Override
    public Optional<Conversation> current(MemberId member, Destination destination) {
        return open.values().stream()
                .filter(one -> one.member().equals(member) && one.destination().channel().equals(destination.channel()))
                .map(Expired::conversation)
                .findFirst();
    }

    @Override
    public Optional<Conversation> find(String id, MemberId member) {
        return Optional.ofNullable(open.get(id)).filter(one -> one.member().equals(member)).map(Expired::conversation);
    }

    @Override
    public Optional<Conversation> save(Conversation old, String state) {
        Expired known = open.get(old.id());
        if (known == null || known.conversation().version() != old.version()) {
            return Optional.empty();
        }
        Conversation made = new Conversation(old.id(), old.kind(), old.version() + 1, state, old.expiresAt());
        open.put(old.id(), new Expired(made, known.member(), known.destination()));
        return Optional.of(made);
    }

    @Override
    public boolean close(String id) {
        return open.remove(id) != null;
    }

    @Override
    public List<Expired> expire(Instant now, int limit) {
        List<Expired> over = new ArrayList<>(open.values().stream()
                .filter(one -> !one.conversation().expiresAt().isAfter(now))
                .limit(limit)
                .toList());
        over.forEach(one -> open.remove(one.conversation().id()));
        return over;
    }

    int openCount() {
        return open.size();
    }
}
