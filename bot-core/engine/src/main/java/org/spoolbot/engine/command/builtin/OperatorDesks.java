package org.spoolbot.engine.command.builtin;

import jakarta.inject.Inject;

/** What only those who run the server ask. */
public record OperatorDesks(GatewayDesk gateways, JobTales tales) {
    /** With both. */
    @Inject
    public OperatorDesks {}
}
