package org.spoolbot.providers.sandbox.serve;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses that open one file for a day and cannot be altered. */
final class SignedLinks {

    private static final Duration VALID = Duration.ofDays(1);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SecretKeySpec key;

    SignedLinks(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String sign(String path, Instant issued) {
        String date = DATE.format(issued);
        return path + "?X-Tos-Algorithm=TOS4-HMAC-SHA256&X-Tos-Date=" + date + "&X-Tos-Expires=" + VALID.toSeconds()
                + "&X-Tos-Signature=" + signature(path, date);
    }

    boolean opens(String path, Query query, Instant now) {
        String date = query.first("X-Tos-Date", "");
        byte[] expected = signature(path, date).getBytes(StandardCharsets.US_ASCII);
        byte[] given = query.first("X-Tos-Signature", "").getBytes(StandardCharsets.UTF_8);
        boolean lengthKept = query.first("X-Tos-Expires", "").equals(String.valueOf(VALID.toSeconds()));
        return MessageDigest.isEqual(expected, given) && lengthKept && isCurrent(date, now);
    }

    private static boolean isCurrent(String date, Instant now) {
        try {
            return now.isBefore(DATE.parse(date, Instant::from).plus(VALID));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String signature(String path, String date) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((path + "\n" + date).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
