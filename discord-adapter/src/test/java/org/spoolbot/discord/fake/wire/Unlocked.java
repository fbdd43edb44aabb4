package org.spoolbot.discord.fake.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Buffers for one thread: those of the JDK take a lock for each byte, which a clip of 100 MiB feels. */
final class Unlocked {
    private static final int SIZE = 1 << 16;

    private Unlocked() {}

    /** Reads ahead. */
    static final class Input extends InputStream {
        private final InputStream source;
        private final byte[] buffer = new byte[SIZE];
        private int position;
        private int end;

        Input(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            if (position == end) {
                position = 0;
                end = Math.max(0, source.read(buffer, 0, SIZE));
            }
            return position == end ? -1 : buffer[position++] & 0xff;
        }
    }

    /** Writes behind, until flushed. */
    static final class Output extends OutputStream {
        private final OutputStream target;
        private final byte[] buffer = new byte[SIZE];
        private int position;

        Output(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int next) throws IOException {
            if (position == SIZE) {
                flush();
            }
            buffer[position++] = (byte) next;
        }

        @Override
        public void flush() throws IOException {
            target.write(buffer, 0, position);
            position = 0;
        }
    }
}
