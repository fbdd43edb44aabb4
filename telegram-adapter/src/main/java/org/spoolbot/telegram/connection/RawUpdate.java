package org.spoolbot.telegram.connection;

import org.telegram.telegrambots.meta.api.objects.Update;

/** An update with its text. It is read later, alone: one that cannot be read must not hold up the others. */
final class RawUpdate extends Update {
    private static final long serialVersionUID = 1L;

    private final transient Arrival arrival;

    RawUpdate(Arrival arrival) {
        this.arrival = arrival;
        setUpdateId(arrival.id());
    }

    Arrival arrival() {
        return arrival;
    }
}
