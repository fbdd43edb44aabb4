package org.spoolbot.engine.storage.sqlite;

/**
 * What is used in the windows that run.
 *
 * @param day since the day began
 * @param week since the week began
 * @param month since the month began
 */
record Used(Amount day, Amount week, Amount month) {
    static final Used NOTHING = new Used(Amount.NONE, Amount.NONE, Amount.NONE);

    /** Held and spent together. */
    record Amount(long clips, long seconds, long micros) {
        static final Amount NONE = new Amount(0, 0, 0);
    }

    Amount in(Windows.Span span) {
        return switch (span) {
            case DAY -> day;
            case WEEK -> week;
            case MONTH -> month;
        };
    }
}
