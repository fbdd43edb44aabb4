package org.spoolbot.engine.command;

import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.media.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** An upload that is let go of exactly once, whoever comes first. */
final class HeldUpload implements Upload {
    private final Upload upload;
    private final AtomicBoolean discarded = new AtomicBoolean();

    HeldUpload(Upload upload) {
        this.upload = upload;
    }

    @Override
    public String name() {
        return upload.name();
    }

    @Override
    public OptionalLong declaredSize() {
        return upload.declaredSize();
    }

    @Override
    public InputStream open() throws IOException {
        return upload.open();
    }

    @Override
    public Optional<PublicLink> publicLink() {
        return upload.publicLink();
    }

    @Override
    public void discard() {
        if (discarded.compareAndSet(false, true)) {
            upload.discard();
        }
    }
}
