package org.spoolbot.api.provider;

/**
 * How much a gateway may be asked.
 *
 * @param running tasks at once, at least 1; further jobs wait here
 * @param ordersPerSecond paid calls in a second, above 0
 * @param questionsPerSecond questions for one task in a second, above 0
 * @param listsPerSecond questions for many tasks in a second, above 0
 */
public record GatewayLimits(int running, double ordersPerSecond, double questionsPerSecond, double listsPerSecond) {
    /** No limits but the server's own. */
    public static final GatewayLimits NONE =
            new GatewayLimits(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public GatewayLimits {
        if (running < 1 || !(ordersPerSecond > 0) || !(questionsPerSecond > 0) || !(listsPerSecond > 0)) {
            throw new IllegalArgumentException("a gateway's limits are above 0");
        }
    }
}
