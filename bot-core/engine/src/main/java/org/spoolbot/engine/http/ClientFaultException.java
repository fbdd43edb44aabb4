package org.spoolbot.engine.http;

import java.io.IOException;

/** The client is gone, is silent or sent what cannot be read: nothing that the operator could repair. */
final class ClientFaultException extends IOException {
    private static final long serialVersionUID = 1L;

    ClientFaultException(Throwable cause) {
        super("the client broke off or sent what cannot be read", cause);
    }
}
