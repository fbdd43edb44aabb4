package org.spoolbot.providers.sandbox.serve;

/** Ends the handling of a request with a refusal. */
public final class RefusedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /**
     * A refusal.
     *
     * @param fault what is answered
     */
    public RefusedRequest(Fault fault) {
        super(fault.code());
        this.fault = fault;
    }

    /**
     * What is answered.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }
}
