package org.spoolbot.providers.sandbox.reference;

/** A reference that the gateway would refuse; the message says why. */
public final class UnusableReference extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableReference(String message) {
        super(message);
    }
}
