package org.spoolbot.discord.fake;

import java.nio.charset.StandardCharsets;

/** A file that a person picks on their device. */
public record PickedFile(String name, String contentType, byte[] bytes) {
    /** A small text that calls itself a picture: enough where nobody looks inside. */
    public static PickedFile picture(String name) {
        return new PickedFile(name, "image/png", name.getBytes(StandardCharsets.UTF_8));
    }
}
