package org.spoolbot.providers;

import java.util.Optional;
import org.spoolbot.api.provider.GatewayLimits;

/**
 * How much a gateway may be asked. What is left out has no limit.
 *
 * @param running tasks at once
 * @param ordersPerSecond paid calls in a second
 * @param questionsPerSecond questions for one task in a second
 * @param listsPerSecond questions for many tasks in a second
 */
public record LimitSettings(
        Optional<Integer> running,
        Optional<Double> ordersPerSecond,
        Optional<Double> questionsPerSecond,
        Optional<Double> listsPerSecond) {
    static final LimitSettings NONE = new LimitSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LimitSettings {
        if (running.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("limits.running must be 1 or more; to switch a gateway off, leave its key empty");
        }
        if (isNothing(ordersPerSecond) || isNothing(questionsPerSecond) || isNothing(listsPerSecond)) {
            throw new IllegalArgumentException("limits per second must be above 0, such as 0.5");
        }
    }

    GatewayLimits limits() {
        GatewayLimits none = GatewayLimits.NONE;
        return new GatewayLimits(
                running.orElse(none.running()),
                ordersPerSecond.orElse(none.ordersPerSecond()),
                questionsPerSecond.orElse(none.questionsPerSecond()),
                listsPerSecond.orElse(none.listsPerSecond()));
    }

    private static boolean isNothing(Optional<Double> rate) {
        return rate.filter(each -> each <= 0).isPresent();
    }
}
