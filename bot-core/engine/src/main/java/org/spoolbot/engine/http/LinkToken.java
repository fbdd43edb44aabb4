package org.spoolbot.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a signed address says.
 *
 * @param purpose who it is for
 * @param expires when it ends, in seconds
 * @param issued when it was made, in milliseconds
 * @param job the fingerprint of the job whose end it shares
 * @param sha256 the file
 */
record LinkToken(Purpose purpose, Instant expires, Instant issued, long job, String sha256) {
    private static final byte VERSION = 1;
    private static final int PAYLOAD = 2 + 8 + 8 + 8 + 32;
    private static final int SIGNATURE = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** Who a link is for. */
    enum Purpose {
        PROVIDER,
        MEMBER
    }

    /** The fingerprint of a job's key; the key itself is nobody's business. */
    static long jobOf(String jobId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(jobId.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    String signed(byte[] key) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD)
                .put(VERSION)
                .put((byte) purpose.ordinal())
                .putLong(expires.getEpochSecond())
                .putLong(issued.toEpochMilli())
                .putLong(job)
                .put(HexFormat.of().parseHex(sha256))
                .array();
        byte[] all = ByteBuffer.allocate(PAYLOAD + SIGNATURE).put(payload).put(signature(key, payload)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** What the text says, if we signed it. */
    static Optional<LinkToken> read(String text, byte[] key) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (all.length != PAYLOAD + SIGNATURE) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOf(all, PAYLOAD);
        byte[] claimed = Arrays.copyOfRange(all, PAYLOAD, all.length);
        boolean genuine = MessageDigest.isEqual(claimed, signature(key, payload));
        return genuine && payload[0] == VERSION ? Optional.of(parsed(payload)) : Optional.empty();
    }

    private static LinkToken parsed(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload, 1, PAYLOAD - 1);
        Purpose purpose = Purpose.values()[buffer.get()];
        Instant expires = Instant.ofEpochSecond(buffer.getLong());
        Instant issued = Instant.ofEpochMilli(buffer.getLong());
        long job = buffer.getLong();
        byte[] sha256 = new byte[32];
        buffer.get(sha256);
        return new LinkToken(purpose, expires, issued, job, HexFormat.of().formatHex(sha256));
    }

    private static byte[] signature(byte[] key, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", missing);
        }
    }
}
