package org.spoolbot.engine.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.spoolbot.api.identity.Account;

/** {@code config/spoolbot.yml} as it is written. */
record ServerFile(
        List<Account> owners,
        ServerSettings.Http http,
        StorageSection storage,
        ServerSettings.Jobs jobs,
        MediaSection media,
        ServerSettings.Money money,
        Locale language,
        ZoneId timeZone) {
    record StorageSection(String url) {
        StorageSection {
            if (!url.startsWith("sqlite:") || url.length() == "sqlite:".length()) {
                throw new IllegalArgumentException("storage.url must be sqlite: and a file, as in sqlite:data/spoolbot.db");
            }
        }
    }

    record MediaSection(
            ByteSize maxUpload,
            int maxFiles,
            ByteSize dailyIntake,
            ByteSize maxClip,
            ByteSize minFree,
            Duration keepReferences,
            Duration keepClips,
            ByteSize maxClipStore) {
        ServerSettings.Media settings() {
            return new ServerSettings.Media(
                    maxUpload.bytes(),
                    maxFiles,
                    dailyIntake.bytes(),
                    maxClip.bytes(),
                    minFree.bytes(),
                    keepReferences,
                    keepClips,
                    maxClipStore.bytes());
        }
    }

    ServerSettings settings() {
        ServerSettings.Region place = new ServerSettings.Region(language, timeZone);
        return new ServerSettings(owners, http, storage.url(), jobs, media.settings(), money, place);
    }
}
