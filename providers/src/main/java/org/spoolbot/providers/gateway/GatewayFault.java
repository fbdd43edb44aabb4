package org.spoolbot.providers.gateway;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * The error part of an answer.
 *
 * @param code as the gateway wrote it, numbers as text; may be empty
 * @param message foreign text: looked at, never shown
 * @param param the field of the order that it is about, as gateways name it; may be empty
 */
public record GatewayFault(String code, String message, String param) {
    /** Nothing is known. */
    public static final GatewayFault NONE = new GatewayFault("", "");

    private static final int LONGEST = 80;

    public GatewayFault {
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(param, "param is null");
    }

    /** About no field that is named. */
    public GatewayFault(String code, String message) {
        this(code, message, "");
    }

    GatewayFault about(String field) {
        return field.isEmpty() ? this : new GatewayFault(code, message, field);
    }

    /** The code for the operator's log, cleaned of everything but letters, digits, dots, dashes and underscores. */
    public String loggable() {
        String clean = code.replaceAll("[^A-Za-z0-9._-]", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** Whether code or message holds one of these, in any case. */
    public boolean mentions(String... words) {
        String text = (code + " " + message).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is about an empty account: a 429 can be one, and then waiting is of no use. */
    public boolean mentionsMoney() {
        return mentions("balance", "insufficient", "overdue", "余额");
    }
}
