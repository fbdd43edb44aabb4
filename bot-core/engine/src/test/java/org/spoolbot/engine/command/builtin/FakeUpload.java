package org.spoolbot.engine.command.builtin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.spoolbot.api.media.Upload;

/** A file in memory that counts how often it is let go. */
record FakeUpload(String name, byte[] content, AtomicInteger discards) implements Upload {
    static FakeUpload png(String name) {
        return new FakeUpload(name, new byte[] {(byte) 0x89, 'P', 'N', 'G'}, new AtomicInteger());
    }

    static FakeUpload wav(String name) {
        return of(name, "RIFF");
    }

    static FakeUpload of(String name, String text) {
        return new FakeUpload(name, text.getBytes(StandardCharsets.UTF_8), new AtomicInteger());
    }

    @Override
    public OptionalLong declaredSize() {
        return OptionalLong.of(content.length);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public void discard() {
        discards.incrementAndGet();
    }
}
