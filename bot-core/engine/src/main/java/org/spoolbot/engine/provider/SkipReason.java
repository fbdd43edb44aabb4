package org.spoolbot.engine.provider;

import java.util.Locale;

/** Why a gateway on the route was passed over. */
public enum SkipReason {
    /** An owner switched it off. */
    OFF,
    /** Its breaker is open. */
    RESTING,
    /** It asked for peace. */
    FULL,
    /** Its model does not make such clips. */
    UNFIT,
    /** A file would have to be fetched from an address that this server does not have. */
    NO_ADDRESS,
    /** It only makes samples, and a clip was asked for. */
    SAMPLE,
    /** The job was there before. */
    TRIED,
    /** It is dearer than may be paid in another's place. */
    TOO_DEAR;

    /** As it is written in notes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
