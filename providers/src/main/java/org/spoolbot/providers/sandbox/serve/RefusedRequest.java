package org.spoolbot.providers.sandbox.serve;

import org.spoolbot.providers.sandbox.ark.ArkFault;

/** Ends the handling of a request with a refusal. */
final class RefusedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ArkFault fault;

    RefusedRequest(ArkFault fault) {
        super(fault.code());
        this.fault = fault;
    }

    ArkFault fault() {
        return fault;
    }
}
