package org.spoolbot.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What anybody would write: one connection, a limit checked, a job, its ledger entries and its balance, one commit for each job. */
final class PlainBooks implements AutoCloseable {
    private final Connection connection;

    PlainBooks(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE job (id TEXT PRIMARY KEY, member TEXT, request TEXT, status TEXT, price INTEGER, at INTEGER)");
            statement.execute("CREATE TABLE ledger (job TEXT, movement TEXT, amount INTEGER, PRIMARY KEY (job, movement))");
            statement.execute("CREATE TABLE balance (member TEXT PRIMARY KEY, clips INTEGER, amount INTEGER)");
        }
        connection.setAutoCommit(false);
    }

    synchronized void order(int member) throws SQLException {
        String name = "member" + member;
        String id = UUID.randomUUID().toString();
        if (clips(name) >= 1_000_000) {
            throw new SQLException("over the limit");
        }
        update("INSERT INTO job VALUES (?, ?, ?, 'QUEUED', ?, ?)", id, name, OpenBooks.PROMPT, 100_000L, System.currentTimeMillis());
        update("INSERT INTO ledger VALUES (?, 'MEMBER_HELD', ?)", id, 100_000L);
        update("INSERT INTO ledger VALUES (?, 'OPERATOR_HELD', ?)", id, 100_000L);
        update("INSERT INTO balance VALUES (?, 1, ?) ON CONFLICT (member) DO UPDATE SET clips = clips + 1, amount = amount + excluded.amount",
                name, 100_000L);
        connection.commit();
    }

    private long clips(String member) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT clips FROM balance WHERE member = ?")) {
            statement.setString(1, member);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
