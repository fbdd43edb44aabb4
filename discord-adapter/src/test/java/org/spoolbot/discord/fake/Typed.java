package org.spoolbot.discord.fake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line that was typed at {@link FakeDiscordMain}. */
sealed interface Typed {
    /** {@code ada /video a red kite seconds:5 image:@/tmp/kite.png}. */
    record Slash(String who, String line) implements Typed {}

    /** {@code ada press Again}: the newest button whose label contains that. */
    record Press(String who, String label) implements Typed {}

    /** {@code ada choose fast}: the newest menu that has an option whose label contains that. */
    record Choose(String who, String label) implements Typed {}

    /** {@code ada submit prompt=a red kite; seconds=5}: the form that was opened last. */
    record Submit(String who, String fields) implements Typed {}

    /** {@code ada type /video mod}: what completes the last option. */
    record Complete(String who, String line) implements Typed {}

    /** {@code ada pick Make a clip}: the message command of that name, on the newest message. */
    record Pick(String who, String command) implements Typed {}

    /** {@code ada says hello @bot}. */
    record Say(String who, String text) implements Typed {}

    /** {@code ada replies another one}: to the bot's newest message. */
    record Reply(String who, String text) implements Typed {}

    /** {@code ada goes private}, or into a channel of the guild. */
    record Go(String who, String where) implements Typed {}

    /** {@code gateway reset}: trouble for the bot. */
    record Trouble(String what) implements Typed {}

    /** Anything else. */
    record Unclear() implements Typed {}

    /** Who, what, and the rest. */
    Pattern SENTENCE = Pattern.compile("(\\S+)\\s+(\\S+)\\s*(.*)");

    static Typed read(String line) {
        Matcher sentence = SENTENCE.matcher(line.strip());
        if (!sentence.matches()) {
            return new Unclear();
        }
        String who = sentence.group(1);
        String rest = sentence.group(3);
        if (sentence.group(2).startsWith("/")) {
            return new Slash(who, sentence.group(2).substring(1) + " " + rest);
        }
        if (who.equals("gateway")) {
            return new Trouble((sentence.group(2) + " " + rest).strip());
        }
        return verb(who, sentence.group(2), rest).orElseGet(Unclear::new);
    }

    private static Optional<Typed> verb(String who, String verb, String rest) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (verb) {
            case "press" -> new Press(who, rest);
            case "choose" -> new Choose(who, rest);
            case "submit" -> new Submit(who, rest);
            case "type" -> new Complete(who, rest.replaceFirst("^/", ""));
            case "pick" -> new Pick(who, rest);
            case "says" -> new Say(who, rest);
            case "replies" -> new Reply(who, rest);
            case "goes" -> new Go(who, rest);
            default -> null;
        });
    }
}
