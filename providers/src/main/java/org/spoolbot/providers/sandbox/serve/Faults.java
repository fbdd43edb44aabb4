package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.JsonNode;

/** How a dialect refuses. */
public interface Faults {

    /**
     * What it commonly says with a status.
     *
     * @param status from 400 to 599; 401 is a wrong key, 404 a path that is not there, 429 too many tasks, 500 a mistake of ours
     * @return the refusal
     */
    Fault typical(int status);

    /**
     * What it says with a code, for instance of moderation.
     *
     * @param code one of its codes
     * @return the refusal, with the status that goes with the code
     */
    Fault refusal(String code);

    /**
     * A parameter with a value that is not allowed.
     *
     * @param param its name
     * @param reason what is allowed
     * @return the refusal
     */
    Fault invalid(String param, String reason);

    /**
     * A task that does not exist in this dialect, or no longer.
     *
     * @param id its id
     * @return the refusal
     */
    Fault unknownTask(String id);

    /**
     * The sentence that goes with the code of a task that failed.
     *
     * @param code one of its codes
     * @return the sentence
     */
    String messageFor(String code);

    /**
     * The body of a refusal.
     *
     * @param fault the refusal
     * @param requestId the name that the answer bears
     * @return the body
     */
    JsonNode envelope(Fault fault, String requestId);
}
