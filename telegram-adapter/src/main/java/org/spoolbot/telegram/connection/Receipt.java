package org.spoolbot.telegram.connection;

import java.util.List;

/** Stands for an update that is kept. Run when the update was worked on; then it is forgotten. */
public final class Receipt implements Runnable {
    private final DurableInbox inbox;
    private final Arrival update;
    private final Runnable after;

    Receipt(DurableInbox inbox, Arrival update, Runnable after) {
        this.inbox = inbox;
        this.update = update;
        this.after = after;
    }

    @Override
    public void run() {
        all(List.of(this)).run();
    }

    /** Updates that were worked on as one are forgotten as one: a crash finds all of them or none. */
    public static Runnable all(List<Receipt> receipts) {
        List<Receipt> together = List.copyOf(receipts);
        return () -> {
            together.getFirst().inbox.finish(together.stream().map(receipt -> receipt.update.id()).toList());
            together.forEach(receipt -> receipt.after.run());
        };
    }
}
