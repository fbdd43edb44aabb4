package org.spoolbot.api.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the ledger's one currency, exact to a millionth.
 *
 * @param micros millionths of the unit, 0 or more
 */
public record Money(long micros) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    public Money {
        if (micros < 0) {
            throw new IllegalArgumentException("an amount is never negative");
        }
    }

    /** The amount of that many units, rounded up to a millionth. */
    public static Money of(BigDecimal units) {
        return new Money(units.movePointRight(6).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** Both together. */
    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    /** The smaller of both. */
    public Money min(Money other) {
        return micros <= other.micros ? this : other;
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return micros == 0;
    }

    /** In units, without trailing zeros beyond two places. */
    public BigDecimal units() {
        BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2, RoundingMode.UNNECESSARY) : exact;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return units().toPlainString();
    }
}
