package org.spoolbot.telegram.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.api.platform.Inbound;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a message says and to whom. Commands are read from the text itself: the library's own reading depends on who asked before.
 *
 * @param text without the mention of the bot
 * @param address whom it speaks to
 */
record Speech(String text, Inbound.Address address) {
    /** https://core.telegram.org/bots/features#commands */
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?=\\s|$)");
    /** The one command that groups may call without naming the bot. */
    private static final String BARE_IN_GROUPS = "video";
    private static final String START = "start";
    private static final Pattern SHOW = Pattern.compile("show_([a-z0-9]{1,20})");

    /** Reads a message; empty if it is meant for somebody else. */
    static Optional<Speech> of(Message message, Self self, Set<String> commands) {
        String text = Optional.ofNullable(message.getText()).or(() -> Optional.ofNullable(message.getCaption())).orElse("").strip();
        boolean group = !message.getChat().isUserChat();
        Inbound.Address address = address(message, self, text);
        Matcher command = COMMAND.matcher(text);
        if (!command.lookingAt()) {
            return Optional.of(new Speech(withoutMention(text, self), address));
        }
        String name = command.group(1).toLowerCase(Locale.ROOT);
        String called = command.group(2);
        boolean ours = called == null || called.equalsIgnoreCase(self.userName());
        boolean meant = !group || called != null || name.equals(BARE_IN_GROUPS) || address.toBot();
        if (!ours || !meant) {
            return Optional.empty();
        }
        String rest = text.substring(command.end()).strip();
        String line = name.equals(START) ? started(rest) : "/" + CommandNames.meant(name, commands) + " " + rest;
        return Optional.of(new Speech(line.strip(), address));
    }

    private static Inbound.Address address(Message message, Self self, String text) {
        Optional<String> replied = Optional.ofNullable(message.getReplyToMessage())
                .filter(answered -> answered.getFrom() != null && answered.getFrom().getId() == self.id())
                .map(answered -> answered.getMessageId().toString());
        boolean named = mention(self).matcher(text).find();
        return new Inbound.Address(replied.isPresent() || named, replied);
    }

    private static Pattern mention(Self self) {
        return Pattern.compile("(?i)@" + Pattern.quote(self.userName()) + "(?![A-Za-z0-9_])");
    }

    private static String withoutMention(String text, Self self) {
        return mention(self).matcher(text).replaceAll("").strip();
    }

    /** A deep link names what it is for (https://core.telegram.org/bots/features#deep-linking). */
    private static String started(String payload) {
        Matcher show = SHOW.matcher(payload);
        return show.matches() ? "/show " + show.group(1) : "/help";
    }

    /** The messages of an album have one caption among them. */
    static Speech together(List<Speech> parts) {
        Speech first = parts.getFirst();
        String text = parts.stream().map(Speech::text).filter(part -> !part.isEmpty()).findFirst().orElse("");
        return new Speech(text, first.address());
    }
}
