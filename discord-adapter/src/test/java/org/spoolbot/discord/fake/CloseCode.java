package org.spoolbot.discord.fake;

import java.util.Set;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
enum CloseCode {
    UNKNOWN_OPCODE(4001, "Unknown opcode."),
    DECODE_ERROR(4002, "Error while decoding payload."),
    NOT_AUTHENTICATED(4003, "Not authenticated."),
    AUTHENTICATION_FAILED(4004, "Authentication failed."),
    ALREADY_AUTHENTICATED(4005, "Already authenticated."),
    INVALID_SEQUENCE(4007, "Invalid seq."),
    SESSION_TIMED_OUT(4009, "Session timed out."),
    INVALID_SHARD(4010, "Invalid shard."),
    INVALID_VERSION(4012, "Invalid API version."),
    INVALID_INTENTS(4013, "Invalid intent(s)."),
    DISALLOWED_INTENTS(4014, "Disallowed intent(s).");

    /** After these a client must start a new session, or never come back. */
    private static final Set<Integer> ENDS_SESSION = Set.of(4003, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014);

    /** A client that closes with one of these has logged out: gateway docs, "Initiating a disconnect". */
    private static final Set<Integer> LOGS_OUT = Set.of(1000, 1001);

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }

    static boolean endsSession(int codeOfServer) {
        return ENDS_SESSION.contains(codeOfServer);
    }

    static boolean logsOut(int codeOfClient) {
        return LOGS_OUT.contains(codeOfClient);
    }
}
