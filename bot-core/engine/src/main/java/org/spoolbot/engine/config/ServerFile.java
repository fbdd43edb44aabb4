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
        Spoiler spoiler,
        Locale language,
        ZoneId timeZone) {
    private static final int MOST_FILES = 100;

    record StorageSection(String url) {
        StorageSection {
            new Problems()
                    .unless(url.matches("sqlite:.+"), "storage.url must be sqlite: and a file; write sqlite:data/spoolbot.db")
                    .throwIfAny();
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
        MediaSection {
            new Problems()
                    .unless(maxUpload.bytes() > 0, "media.max-upload is 0; write a size such as 100 MiB")
                    .unless(maxFiles >= 1 && maxFiles <= MOST_FILES, "media.max-files is " + maxFiles + "; write 1 to " + MOST_FILES)
                    .unless(maxClip.bytes() > 0, "media.max-clip is 0; write a size such as 1 GiB")
                    .unless(keepReferences.isPositive(), "media.keep-references is 0; write a time such as 7d")
                    .unless(keepClips.isPositive(), "media.keep-clips is 0; write a time such as 30d")
                    .unless(maxClipStore.bytes() > 0, "media.max-clip-store is 0; write a size such as 5 GiB")
                    .throwIfAny();
        }

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
        return new ServerSettings(owners, http, storage.url(), jobs, media.settings(), money, place, spoiler);
    }
}
