package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.engine.identity.MemberBooks;

/** Members, accounts and preferences in SQLite. */
public final class SqliteMemberBooks implements MemberBooks {
    static final int MAX_KEY = 100;
    static final int MAX_VALUE = 4000;
    private static final int MAX_NAME = 200;
    private static final String FIND = """
            SELECT m.id, m.name, m.first_seen FROM account a JOIN member m ON m.id = a.member
            WHERE a.platform = ? AND a.platform_id = ?""";

    private final Database database;
    private final InstantSource clock;
    private final RandomIds ids;

    @Inject
    SqliteMemberBooks(Database database, InstantSource clock, RandomIds ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Known seen(Account account, String name) {
        String shown = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        Optional<Known> known = find(account);
        if (known.isPresent() && known.get().name().equals(shown)) {
            return known.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.writer().write(transaction -> note(transaction.session(), account, shown, now));
    }

    @Override
    public Optional<Known> find(Account account) {
        return database.readers().read(session -> find(session, account));
    }

    @Override
    public Optional<String> name(MemberId member) {
        return database.readers().read(session ->
                session.first("SELECT name FROM member WHERE id = ?", row -> row.getString(1), member.value()));
    }

    @Override
    public Map<String, String> preferences(MemberId member) {
        Map<String, String> preferences = new LinkedHashMap<>();
        database.readers().read(session -> session.list(
                "SELECT name, value FROM preference WHERE member = ? ORDER BY name",
                row -> preferences.put(row.getString(1), row.getString(2)),
                member.value()));
        return preferences;
    }

    @Override
    public void prefer(MemberId member, String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY || value.length() > MAX_VALUE) {
            throw new IllegalArgumentException("a preference has a name of 1 to 100 and a value of at most 4000 characters");
        }
        database.writer().write(transaction -> value.isEmpty()
                ? transaction.session().update("DELETE FROM preference WHERE member = ? AND name = ?", member.value(), key)
                : transaction.session().update(
                        "INSERT INTO preference (member, name, value) VALUES (?, ?, ?) ON CONFLICT (member, name)"
                                + " DO UPDATE SET value = excluded.value",
                        member.value(),
                        key,
                        value));
    }

    private Known note(Session session, Account account, String name, Instant now) throws SQLException {
        Optional<Known> known = find(session, account);
        if (known.isPresent()) {
            session.update("UPDATE member SET name = ? WHERE id = ?", name, known.get().member().value());
            return new Known(known.get().member(), name, known.get().firstSeen());
        }
        MemberId member = new MemberId(ids.next(20));
        session.update("INSERT INTO member (id, name, first_seen) VALUES (?, ?, ?)", member.value(), name, now.toEpochMilli());
        session.update(
                "INSERT INTO account (platform, platform_id, member) VALUES (?, ?, ?)",
                account.platform(),
                account.id(),
                member.value());
        return new Known(member, name, now);
    }

    private static Optional<Known> find(Session session, Account account) throws SQLException {
        return session.first(
                FIND,
                row -> new Known(
                        new MemberId(row.getString(1)), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                account.platform(),
                account.id());
    }
}
