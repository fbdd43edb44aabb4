package org.spoolbot.providers.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form, byte for byte as curl's {@code -F} writes it. */
final class CurlForm {

    static final String TYPE = "multipart/form-data; boundary=------------------------d74496d66958873e";
    private static final String LINE = "--------------------------d74496d66958873e";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static CurlForm of(String model, String prompt) {
        return new CurlForm().text("model", model).text("prompt", prompt);
    }

    /** The document's own example with other pictures. */
    static CurlForm sample(String prompt) {
        return of("seedance-2.0", prompt).text("duration", "5").text("aspect_ratio", "16:9");
    }

    CurlForm text(String name, String value) {
        write(LINE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    CurlForm file(String name, String fileName, String type, byte[] content) {
        String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        write(LINE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\n" + header + "\r\n");
        bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    byte[] end() {
        write(LINE + "--\r\n");
        return bytes.toByteArray();
    }

    byte[] unfinished() {
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
