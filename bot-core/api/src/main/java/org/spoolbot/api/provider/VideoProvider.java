package org.spoolbot.api.provider;

import org.spoolbot.api.video.VideoRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A gateway that makes clips. Called from many virtual threads; all methods but {@link #models}, {@link #price} and {@link #id} block
 * on the network and have time limits of their own.
 */
public interface VideoProvider {
    /** Its id in settings, unique on this server. */
    String id();

    /** Its models in order of preference. Answers from memory. */
    List<Model> models();

    /** What a clip will cost at most, as the gateway's price list says; empty if no price is known. Answers from memory. */
    Optional<Money> price(Model model, VideoRequest request);

    /** What so many billed tokens of a clip cost; empty if tokens are not what is billed, or no price is known. Answers from memory. */
    default Optional<Money> cost(Model model, VideoRequest request, long tokens) {
        return Optional.empty();
    }

    /** How much it may be asked; the server keeps to it. Answers from memory. */
    default GatewayLimits limits() {
        return GatewayLimits.NONE;
    }

    /**
     * Orders a clip: exactly one paid call, never repeated by the provider itself unless nothing can have been accepted.
     *
     * @return what is known of the outcome; never throws for what the network or the gateway does
     */
    SubmitOutcome submit(GenerationOrder order);

    /**
     * Looks for what came of a paid call whose answer was lost. Free, and asked only then.
     *
     * @param model the model that was ordered
     * @param request what was ordered
     * @param from the call did not begin before, by this server's clock
     * @param to the gateway did not take it after, by this server's clock
     * @return the ids of all tasks taken in that time that may be this one: all that do not differ from the order in anything the gateway
     *     tells; empty if the gateway lists no tasks, or not all of them
     * @throws ProviderException if the gateway could not be asked
     */
    default Optional<Set<String>> trace(Model model, VideoRequest request, Instant from, Instant to) throws ProviderException {
        return Optional.empty();
    }

    /**
     * Asks how tasks are.
     *
     * @param taskIds at least one; more than one only if {@link #batchLimit} allows
     * @return a state for every id asked
     * @throws ProviderException if the gateway could not be asked; asking again later is free
     */
    Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException;

    /** How many tasks one call of {@link #poll} takes; 1 where the gateway has no list. */
    default int batchLimit() {
        return 1;
    }

    /**
     * Downloads a finished clip or frame to a file that does not exist yet.
     *
     * @param maxBytes more than this ends with {@link ProviderException}
     * @throws ProviderException if it cannot be had; the file may be left behind
     */
    void download(URI source, Path target, long maxBytes) throws ProviderException;

    /** Asks the gateway to withdraw a task that it has not begun. Free of harm where it has. Default: not offered. */
    default Withdrawal withdraw(String taskId) throws ProviderException {
        return Withdrawal.NOT_OFFERED;
    }

    /** How a withdrawal ended. */
    enum Withdrawal {
        /** The task is gone and not billed. */
        WITHDRAWN,
        /** Too late: it is made and billed. */
        TOO_LATE,
        /** The gateway has no such thing. */
        NOT_OFFERED
    }
}
