package org.spoolbot.discord.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.media.Upload;

/** A file that a member attached. Its address is signed by Discord and holds no secret of ours. */
final class DiscordUpload implements Upload {
    private final CdnFiles files;
    private final String name;
    private final long size;
    private final String address;

    DiscordUpload(CdnFiles files, String name, long size, String address) {
        this.files = files;
        this.name = name;
        this.size = size;
        this.address = address;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OptionalLong declaredSize() {
        return OptionalLong.of(size);
    }

    @Override
    public InputStream open() throws IOException {
        return files.open(address);
    }

    /** Discord writes into the address how long it lasts, in hexadecimal seconds; what does not say so is not given away. */
    @Override
    public Optional<PublicLink> publicLink() {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || !url.isHttps()) {
            return Optional.empty();
        }
        return expiry(url.queryParameter("ex")).map(expiresAt -> new PublicLink(url.uri(), expiresAt));
    }

    private static Optional<Instant> expiry(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("[0-9a-fA-F]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds, 16)));
    }
}
