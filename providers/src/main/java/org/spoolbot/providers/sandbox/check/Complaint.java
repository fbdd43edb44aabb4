package org.spoolbot.providers.sandbox.check;

/**
 * One thing that is wrong with a body.
 *
 * @param param the parameter at fault
 * @param reason what is expected instead
 */
public record Complaint(String param, String reason) {

    /**
     * A sentence.
     *
     * @return the name and the reason
     */
    public String sentence() {
        return "`" + param + "`: " + reason;
    }
}
