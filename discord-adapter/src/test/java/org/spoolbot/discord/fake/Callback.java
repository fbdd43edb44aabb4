package org.spoolbot.discord.fake;

/** How an interaction is answered; https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type. */
final class Callback {
    static final int MESSAGE = 4;
    static final int DEFER_MESSAGE = 5;
    static final int DEFER_UPDATE = 6;
    static final int UPDATE = 7;
    static final int CHOICES = 8;
    static final int MODAL = 9;

    private Callback() {}
}
