package org.spoolbot.discord.render;

import java.awt.Color;
import org.spoolbot.api.message.Card;

/** The colour of a card's edge. */
final class Tint {
    private static final Color BLURPLE = new Color(0x5865F2);
    private static final Color GREEN = new Color(0x248046);
    private static final Color YELLOW = new Color(0xF0B232);
    private static final Color RED = new Color(0xDA373C);

    private Tint() {}

    static Color of(Card.Tone tone) {
        return switch (tone) {
            case INFO -> BLURPLE;
            case SUCCESS -> GREEN;
            case WARNING -> YELLOW;
            case ERROR -> RED;
        };
    }
}
