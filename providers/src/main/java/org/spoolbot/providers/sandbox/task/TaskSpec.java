package org.spoolbot.providers.sandbox.task;

import org.spoolbot.providers.sandbox.ark.ArkRequest;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

/**
 * What was asked for, with everything decided that Ark leaves open.
 *
 * @param request the request
 * @param directives the instructions of its prompt
 * @param ratio the ratio that the clip has
 * @param frame the size that the clip has
 * @param seed the seed that was used
 * @param tokens what it is billed as
 * @param clientRequestId the caller's own name for the call, may be empty
 */
public record TaskSpec(
        ArkRequest request, Directives directives, String ratio, FrameSize frame, long seed, long tokens, String clientRequestId) {}
