package org.spoolbot.engine.storage.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection with its prepared statements kept. Used by one thread at a time. */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with a statement whose values are set. */
    @FunctionalInterface
    private interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return use(sql, values, PreparedStatement::executeUpdate);
    }

    void execute(String sql) throws SQLException {
        use(sql, new @Nullable Object[0], PreparedStatement::execute);
    }

    <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
        return use(sql, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
        return use(sql, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
            }
        });
    }

    /** The one number that a query yields. */
    long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** A statement that failed is not kept: after a full disk the driver leaves it closed, and it would fail for ever. */
    private <T> T use(String sql, @Nullable Object[] values, Use<T> use) throws SQLException {
        PreparedStatement statement = prepared(sql);
        try {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return use.with(statement);
        } catch (SQLException fault) {
            statements.remove(sql);
            close(statement, fault);
            throw fault;
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private static void close(PreparedStatement statement, SQLException fault) {
        try {
            statement.close();
        } catch (SQLException left) {
            fault.addSuppressed(left);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }
}
