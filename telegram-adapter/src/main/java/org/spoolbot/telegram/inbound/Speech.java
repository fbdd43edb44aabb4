package org.spoolbot.telegram.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.api.platform.Inbound;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a message says and to whom. Commands are read from the text itself: the library's own reading depends on who asked before.
 *
 * @param text without the mention of the bot
 * @param command the command that it begins with, by our name of it
 * @param address whom it speaks to
 */
record Speech(String text, Optional<String> command, Inbound.Address address) {
    /** All that the server takes for a command, which is more than Telegram does: nothing must get past what follows. */
    private static final Pattern COMMAND = Pattern.compile("/(\\p{L}[^\\s@]*)(?:@(\\S*))?(?=\\s|$)");
    /** The one command that groups may call without naming the bot. */
    private static final String BARE_IN_GROUPS = "video";
    private static final String START = "start";
    private static final Pattern SHOW = Pattern.compile("show_([a-z0-9]{1,20})");

    /** Reads a message; empty if it is meant for somebody else. */
    static Optional<Speech> of(Message message, Self self, Names names) {
        String raw = Optional.ofNullable(message.getText()).or(() -> Optional.ofNullable(message.getCaption())).orElse("").strip();
        Optional<String> replied = Quoted.ofBot(message, self).map(quoted -> quoted.getMessageId().toString());
        Pattern mention = mention(self);
        boolean spokenTo = replied.isPresent() || mention.matcher(raw).find();
        String text = mention.matcher(raw).replaceAll("").strip();
        Matcher command = COMMAND.matcher(text);
        if (!command.lookingAt()) {
            return Optional.of(new Speech(text, Optional.empty(), new Inbound.Address(spokenTo, replied)));
        }
        String name = command.group(1).toLowerCase(Locale.ROOT);
        String called = command.group(2);
        boolean meant = called == null
                ? spokenTo || message.getChat().isUserChat() || name.equals(BARE_IN_GROUPS)
                : called.equalsIgnoreCase(self.userName());
        if (!meant) {
            return Optional.empty();
        }
        String rest = text.substring(command.end()).strip();
        return Optional.of(command(name, rest, names, new Inbound.Address(spokenTo || called != null, replied)));
    }

    private static Speech command(String typed, String rest, Names names, Inbound.Address address) {
        if (typed.equals(START)) {
            return started(rest, address);
        }
        String name = names.meant(typed);
        return new Speech(("/" + name + " " + rest).strip(), Optional.of(name), address);
    }

    /** A deep link names what it is for (https://core.telegram.org/bots/features#deep-linking). */
    private static Speech started(String payload, Inbound.Address address) {
        Matcher show = SHOW.matcher(payload);
        return show.matches()
                ? new Speech("/show " + show.group(1), Optional.of("show"), address)
                : new Speech("/help", Optional.of("help"), address);
    }

    private static Pattern mention(Self self) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])@" + Pattern.quote(self.userName()) + "(?![\\p{L}\\p{N}_])");
    }

    /** The messages of an album have one caption among them. */
    static Speech together(List<Speech> parts) {
        return parts.stream().filter(part -> !part.text().isEmpty()).findFirst().orElseGet(parts::getFirst);
    }
}
