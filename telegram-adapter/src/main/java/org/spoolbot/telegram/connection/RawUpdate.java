package org.spoolbot.telegram.connection;

import org.telegram.telegrambots.meta.api.objects.Update;

/** An update with its text. It is read later, alone: one that cannot be read must not hold up the others. */
final class RawUpdate extends Update {
    private static final long serialVersionUID = 1L;

    private final transient Arrival arrival;

    /** With a number that rises, for the library. */
    RawUpdate(Arrival arrival, int place) {
        this.arrival = arrival;
        setUpdateId(place);
    }

    Arrival arrival() {
        return arrival;
    }
}
