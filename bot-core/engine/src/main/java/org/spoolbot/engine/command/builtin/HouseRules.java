package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.provider.Money;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What the server's settings say about ordering.
 *
 * @param currency the ledger's currency
 * @param immediateUpTo the most an order without a card may cost
 * @param confirmAlways whether a card is shown unless a member wants otherwise
 * @param draftLifetime how long a card waits
 * @param lateAfter a paid request that is older becomes a card
 * @param zone for times that are shown
 */
public record HouseRules(
        String currency,
        Money immediateUpTo,
        boolean confirmAlways,
        Duration draftLifetime,
        Duration lateAfter,
        ZoneId zone) {}
