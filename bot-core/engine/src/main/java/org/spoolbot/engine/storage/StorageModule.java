package org.spoolbot.engine.storage;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.spoolbot.engine.community.CommunityBooks;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.conversation.ConversationBooks;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.media.PublicLinkBooks;
import org.spoolbot.engine.quota.QuotaBooks;
import org.spoolbot.engine.storage.sqlite.Database;
import org.spoolbot.engine.storage.sqlite.RandomIds;
import org.spoolbot.engine.storage.sqlite.SqliteCommunityBooks;
import org.spoolbot.engine.storage.sqlite.SqliteConversationBooks;
import org.spoolbot.engine.storage.sqlite.SqliteJobBooks;
import org.spoolbot.engine.storage.sqlite.SqliteKeyValueBooks;
import org.spoolbot.engine.storage.sqlite.SqliteMemberBooks;
import org.spoolbot.engine.storage.sqlite.SqlitePublicLinkBooks;
import org.spoolbot.engine.storage.sqlite.SqliteQuotaBooks;
import org.spoolbot.engine.store.KeyValueBooks;

/** Binds the books to SQLite. */
public final class StorageModule extends AbstractModule {
    private final Path home;

    /** For the data folder of a home; a relative {@code storage.url} counts from the home above it. */
    public StorageModule(Path homeData) {
        Path data = homeData.toAbsolutePath().normalize();
        Path parent = data.getParent();
        this.home = parent == null ? data : parent;
    }

    @Override
    protected void configure() {
        bind(Storage.class).to(Database.class);
        bind(RandomIds.class);
        bind(JobBooks.class).to(SqliteJobBooks.class).in(Singleton.class);
        bind(QuotaBooks.class).to(SqliteQuotaBooks.class).in(Singleton.class);
        bind(ConversationBooks.class).to(SqliteConversationBooks.class).in(Singleton.class);
        bind(MemberBooks.class).to(SqliteMemberBooks.class).in(Singleton.class);
        bind(CommunityBooks.class).to(SqliteCommunityBooks.class).in(Singleton.class);
        bind(PublicLinkBooks.class).to(SqlitePublicLinkBooks.class).in(Singleton.class);
        bind(KeyValueBooks.class).to(SqliteKeyValueBooks.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Database database(ServerSettings settings, InstantSource clock, ExecutorService executor) {
        return new Database(settings.storageUrl(), home, settings.region().timeZone(), clock, executor);
    }
}
