package org.spoolbot.api.provider;

/** A way to hand a file over to a gateway. A dialect tries its ways in this order and takes the first that is open for the file. */
public enum Handover {
    /** The file is part of the order itself. */
    PART,
    /** The file goes to the gateway's own upload service first. */
    UPLOAD,
    /** The file stands in the order's text as a data URI. */
    DATA_URI,
    /** The gateway fetches the file from this server by a signed link; needs {@code http.public-url}. */
    SIGNED_LINK,
    /** The gateway fetches the file from the chat platform, where exactly these bytes lie for all to read. */
    PLATFORM_LINK;

    /** Whether the gateway fetches the file by an address. */
    public boolean isLink() {
        return switch (this) {
            case PART, UPLOAD, DATA_URI -> false;
            case SIGNED_LINK, PLATFORM_LINK -> true;
        };
    }
}
