package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.engine.conversation.ConversationBooks;

/** Conversations in SQLite: at most one open per member, channel and thread. */
public final class SqliteConversationBooks implements ConversationBooks {
    private static final String OPEN = """
            INSERT OR REPLACE INTO conversation (id, member, platform, channel, thread, destination, kind, version, state, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""";
    private static final String CURRENT = """
            SELECT * FROM conversation WHERE member = ? AND platform = ? AND channel = ? AND thread = ? AND expires_at > ?""";
    private static final String SAVE = """
            UPDATE conversation SET state = ?, version = version + 1, expires_at = ? WHERE id = ? AND version = ? AND expires_at > ?""";

    private final Database database;
    private final InstantSource clock;
    private final RandomIds ids;

    @Inject
    SqliteConversationBooks(Database database, InstantSource clock, RandomIds ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Conversation open(MemberId member, Destination destination, String kind, String state, Instant expiresAt) {
        checkSize(state);
        Conversation opened =
                new Conversation(ids.next(12), kind, 1, state, expiresAt.truncatedTo(ChronoUnit.MILLIS));
        database.writer().write(transaction -> transaction.session().update(
                OPEN,
                opened.id(),
                member.value(),
                destination.platform(),
                destination.channel(),
                destination.thread().orElse(""),
                JobText.of(destination),
                kind,
                state,
                opened.expiresAt().toEpochMilli()));
        return opened;
    }

    @Override
    public Optional<Conversation> current(MemberId member, Destination destination) {
        return database.readers().read(session -> session.first(
                CURRENT,
                SqliteConversationBooks::conversation,
                member.value(),
                destination.platform(),
                destination.channel(),
                destination.thread().orElse(""),
                clock.millis()));
    }

    @Override
    public Optional<Conversation> find(String id, MemberId member) {
        return database.readers().read(session -> session.first(
                "SELECT * FROM conversation WHERE id = ? AND member = ? AND expires_at > ?",
                SqliteConversationBooks::conversation,
                id,
                member.value(),
                clock.millis()));
    }

    @Override
    public Optional<Conversation> save(Conversation conversation, String state) {
        checkSize(state);
        long now = clock.millis();
        Instant end = conversation.expiresAt().truncatedTo(ChronoUnit.MILLIS);
        int saved = database.writer().write(transaction -> transaction.session().update(
                SAVE, state, end.toEpochMilli(), conversation.id(), conversation.version(), now));
        return saved == 0
                ? Optional.empty()
                : Optional.of(new Conversation(
                        conversation.id(), conversation.kind(), conversation.version() + 1, state, end));
    }

    @Override
    public boolean close(String id) {
        long now = clock.millis();
        return database.writer().write(transaction ->
                transaction.session().update("DELETE FROM conversation WHERE id = ? AND expires_at > ?", id, now) == 1);
    }

    @Override
    public List<Expired> expire(Instant now, int limit) {
        return database.writer().write(transaction -> {
            Session session = transaction.session();
            List<Expired> expired = session.list(
                    "SELECT * FROM conversation WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
                    row -> new Expired(
                            conversation(row),
                            new MemberId(row.getString("member")),
                            JobText.destination(row.getString("destination"))),
                    now.toEpochMilli(),
                    limit);
            for (Expired one : expired) {
                session.update("DELETE FROM conversation WHERE id = ?", one.conversation().id());
            }
            return expired;
        });
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                row.getString("id"),
                row.getString("kind"),
                row.getLong("version"),
                row.getString("state"),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }

    private static void checkSize(String state) {
        if (state.getBytes(StandardCharsets.UTF_8).length > MAX_STATE_BYTES) {
            throw new IllegalArgumentException("a conversation's state has at most " + MAX_STATE_BYTES + " bytes");
        }
    }
}
