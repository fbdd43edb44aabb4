package org.spoolbot.engine.plugin.loading;

import java.util.List;

/**
 * What a source found.
 *
 * @param candidates by id
 * @param refusals what cannot be a plugin, each with the reason
 * @param notes what the operator should read in the log
 */
public record Discovery(List<Candidate> candidates, List<Refusal> refusals, List<String> notes) {
    public Discovery {
        candidates = List.copyOf(candidates);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /**
     * Something that cannot be a plugin.
     *
     * @param name the jar's name
     * @param reason why, and what to do
     */
    public record Refusal(String name, String reason) {}
}
