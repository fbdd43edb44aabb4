package org.spoolbot.engine.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.spoolbot.engine.storage.StorageException;
import org.sqlite.SQLiteConfig;

/** Opens connections to the file and copies it. */
record DatabaseFile(Path path, int lockMillis) {
    private static final int LOCK_MILLIS = 5000;
    private static final int CACHE_KIB = 32_000;

    static DatabaseFile of(String url, Path home) {
        String prefix = "sqlite:";
        if (!url.startsWith(prefix)) {
            throw new StorageException(
                    "storage.url is \"" + url + "\"; this version knows only sqlite:, for example sqlite:data/spoolbot.db", null);
        }
        return new DatabaseFile(home.resolve(url.substring(prefix.length())).toAbsolutePath().normalize(), LOCK_MILLIS);
    }

    boolean exists() {
        return Files.exists(path);
    }

    void makeFolder() {
        try {
            Files.createDirectories(folder());
        } catch (IOException failure) {
            throw new StorageException("The folder of the database cannot be made: " + folder(), failure);
        }
    }

    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    Session session(boolean readOnly) throws SQLException {
        return new Session(connection(readOnly));
    }

    Connection connection(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(lockMillis);
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE_KIB);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection(url());
        if (readOnly) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        }
        return connection;
    }

    String url() {
        return "jdbc:sqlite:" + path;
    }

    /** Writes a checked copy. A copy that fails the check is removed. */
    void copyTo(Path target) {
        if (Files.exists(target)) {
            throw new StorageException("A backup never overwrites a file: " + target, null);
        }
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (Connection connection = connection(false);
                    var statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, target.toString());
                statement.execute();
            }
            verify(target);
        } catch (IOException | SQLException failure) {
            remove(target, failure);
            throw new StorageException("The backup could not be written to " + target, failure);
        }
    }

    private static void verify(Path copy) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            while (rows.next()) {
                faults.add(rows.getString(1));
            }
        }
        if (!faults.equals(List.of("ok"))) {
            throw new SQLException("the copy is broken: " + faults.getFirst());
        }
    }

    private static void remove(Path target, Exception cause) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException left) {
            cause.addSuppressed(left);
        }
    }
}
