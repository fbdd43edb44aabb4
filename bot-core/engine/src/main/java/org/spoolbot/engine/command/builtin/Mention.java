package org.spoolbot.engine.command.builtin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;

/** Channels and roles as people type them: an id, or a mention where the platform has such. Pure. */
final class Mention {
    private static final Pattern CHANNEL = Pattern.compile("<#(\\d{1,20})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,20})>");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private Mention() {}

    /** The id that was typed or mentioned; empty if it is neither. */
    static Optional<String> read(Listing listing, String typed) {
        Matcher mention = (listing == Listing.CHANNELS ? CHANNEL : ROLE).matcher(typed.strip());
        if (mention.matches()) {
            return Optional.of(mention.group(1));
        }
        return Optional.of(typed.strip()).filter(id -> ID.matcher(id).matches());
    }
}
