package org.spoolbot.api.video;

import java.util.Arrays;
import java.util.Optional;

/** The shape of the picture. */
public enum Ratio {
    LANDSCAPE_16_9("16:9"),
    PORTRAIT_9_16("9:16"),
    SQUARE_1_1("1:1"),
    LANDSCAPE_4_3("4:3"),
    PORTRAIT_3_4("3:4"),
    CINEMA_21_9("21:9"),
    /** The gateway takes the shape of the first picture. */
    ADAPTIVE("adaptive");

    private final String label;

    Ratio(String label) {
        this.label = label;
    }

    /** The form people and gateways use: {@code 16:9}, or {@code adaptive}. */
    public String label() {
        return label;
    }

    /** The ratio of that label, in any case. */
    public static Optional<Ratio> of(String label) {
        return Arrays.stream(values()).filter(ratio -> ratio.label.equalsIgnoreCase(label)).findFirst();
    }
}
