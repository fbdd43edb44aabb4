package org.spoolbot.discord.fake;

import java.util.Set;

/** What a person did; https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type. */
enum InteractionType {
    COMMAND(2, Set.of(Callback.MESSAGE, Callback.DEFER_MESSAGE, Callback.MODAL)),
    COMPONENT(3, Set.of(Callback.MESSAGE, Callback.DEFER_MESSAGE, Callback.DEFER_UPDATE, Callback.UPDATE, Callback.MODAL)),
    AUTOCOMPLETE(4, Set.of(Callback.CHOICES)),
    MODAL_SUBMIT(5, Set.of(Callback.MESSAGE, Callback.DEFER_MESSAGE, Callback.DEFER_UPDATE, Callback.UPDATE));

    private final int number;
    private final Set<Integer> callbacks;

    InteractionType(int number, Set<Integer> callbacks) {
        this.number = number;
        this.callbacks = callbacks;
    }

    int number() {
        return number;
    }

    /** Whether it may be answered like that: same page, "Interaction Callback Type". */
    boolean allows(int callback) {
        return callbacks.contains(callback);
    }
}
