package org.spoolbot.providers.sandbox.task;

import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

/**
 * What was asked for, with everything decided that the order leaves open.
 *
 * @param dialect the dialect it was asked for in, and the only one in which it can be asked about
 * @param order the order
 * @param directives what it does wrong on purpose
 * @param look what the clip is like
 * @param clientRequestId the caller's own name for the call, may be empty
 */
public record TaskSpec(Dialect dialect, ClipOrder order, Directives directives, Look look, String clientRequestId) {

    /**
     * What the clip is like.
     *
     * @param ratio the ratio that it has
     * @param frame the size that it has
     * @param seconds its length
     * @param seed the seed that was used
     * @param tokens what it is billed as
     */
    public record Look(String ratio, FrameSize frame, int seconds, long seed, long tokens) {}
}
