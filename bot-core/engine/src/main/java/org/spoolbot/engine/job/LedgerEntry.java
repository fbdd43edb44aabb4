package org.spoolbot.engine.job;

import static java.util.Objects.requireNonNull;

/**
 * One movement in the ledger. The numbers are what it adds to its book, so that sums of entries are balances.
 *
 * @param movement which; a job has each at most once, but {@link Movement#OPERATOR_MOVED} once for each time it is rerouted
 * @param held added to what is set aside, in micros
 * @param spent added to what is charged or spent, in micros
 * @param clips added to the clips that count
 * @param seconds added to the seconds that count
 */
public record LedgerEntry(Movement movement, long held, long spent, int clips, int seconds) {
    public LedgerEntry {
        requireNonNull(movement, "movement is null");
    }

    /** Whose book. */
    public enum Book {
        /** What the member is charged. */
        MEMBER,
        /** What the operator spent or must presume spent. */
        OPERATOR
    }

    /** The movements of both books. */
    public enum Movement {
        MEMBER_HELD(Book.MEMBER),
        MEMBER_CHARGED(Book.MEMBER),
        MEMBER_RELEASED(Book.MEMBER),
        MEMBER_RETURNED(Book.MEMBER),
        OPERATOR_HELD(Book.OPERATOR),
        OPERATOR_MOVED(Book.OPERATOR),
        OPERATOR_PRESUMED(Book.OPERATOR),
        OPERATOR_SETTLED(Book.OPERATOR),
        OPERATOR_RELEASED(Book.OPERATOR);

        private final Book book;

        Movement(Book book) {
            this.book = book;
        }

        /** The book it is written in. */
        public Book book() {
            return book;
        }
    }
}
