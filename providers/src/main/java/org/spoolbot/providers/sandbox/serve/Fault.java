package org.spoolbot.providers.sandbox.serve;

/**
 * A refusal in a dialect's words. How it is laid out is the dialect's affair.
 *
 * @param status HTTP status
 * @param code the dialect's error code
 * @param message what is wrong
 * @param param the parameter at fault, or empty
 * @param type the dialect's class of errors, or empty
 */
public record Fault(int status, String code, String message, String param, String type) {

    /**
     * The same refusal with another code.
     *
     * @param other the code
     * @param sentence what goes with it
     * @return the refusal
     */
    public Fault withCode(String other, String sentence) {
        return new Fault(status, other, sentence, param, type);
    }
}
