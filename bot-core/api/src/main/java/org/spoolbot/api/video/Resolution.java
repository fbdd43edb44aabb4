package org.spoolbot.api.video;

import java.util.Arrays;
import java.util.Optional;

/** The tier of picture size. Ordered from small to large. */
public enum Resolution {
    P480("480p"),
    P720("720p"),
    P1080("1080p"),
    P2160("4k");

    private final String label;

    Resolution(String label) {
        this.label = label;
    }

    /** The form people and gateways use: {@code 720p}. */
    public String label() {
        return label;
    }

    /** The resolution of that label, in any case. */
    public static Optional<Resolution> of(String label) {
        return Arrays.stream(values()).filter(tier -> tier.label.equalsIgnoreCase(label)).findFirst();
    }
}
