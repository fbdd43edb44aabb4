package org.spoolbot.telegram.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Does what is typed: {@code WHO[@ROOM] [WHAT] …}, {@code api TROUBLE}. */
public final class Desk {
    private static final Map<String, Kind> KINDS = Map.of(
            "photo", Kind.PHOTO, "video", Kind.VIDEO, "animation", Kind.ANIMATION, "audio", Kind.AUDIO, "voice", Kind.VOICE, "document", Kind.DOCUMENT);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    private final FakeTelegram telegram;
    private final Map<String, Chat> rooms = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final int topic;

    /** Furnishes the demo: a supergroup {@code makers} that ada administers, and a forum {@code studio} with one topic. */
    public Desk(FakeTelegram telegram) {
        this.telegram = telegram;
        Person ada = person("ada");
        Person bob = person("bob");
        Chat makers = telegram.world().supergroup("Makers", ada, bob);
        makers.owner(ada);
        Chat studio = telegram.world().forum("Studio", ada, bob);
        studio.owner(ada);
        topic = studio.topic("Clips");
        rooms.put("makers", makers);
        rooms.put("studio", studio);
    }

    private Person person(String name) {
        return telegram.person(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT));
    }

    /** What there is to tell about it, empty if nothing. */
    public String type(String line) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 2) {
            throw new IllegalArgumentException("WHO and what they do, as in: ada /video a red kite");
        }
        String rest = words.length > 2 ? words[2] : "";
        if (words[0].equals("api")) {
            return trouble(words[1]);
        }
        String[] place = words[0].split("@", 2);
        Person who = person(place[0]);
        Chat chat = place.length > 1 ? room(place[1]) : who.privateChat();
        Seat seat = place.length > 1 && place[1].equalsIgnoreCase("studio") ? who.in(chat, topic) : who.in(chat);
        String all = line.strip().substring(words[0].length()).strip();
        return act(who, seat, chat, words[1], rest, all);
    }

    private Chat room(String name) {
        if (!rooms.containsKey(name)) {
            throw new IllegalArgumentException("There is no " + name + "; there are " + String.join(", ", rooms.keySet()));
        }
        return rooms.get(name);
    }

    private String act(Person who, Seat seat, Chat chat, String verb, String rest, String all) {
        if (KINDS.containsKey(verb)) {
            seat.sends(media(KINDS.get(verb), rest.split("\\s+", 2)[0]), rest.contains(" ") ? rest.split("\\s+", 2)[1] : "");
            return "";
        }
        switch (verb) {
            case "press" -> {
                return pressed(seat.taps(newest(chat, rest), rest));
            }
            case "replies" -> seat.replies(newest(chat), rest);
            case "says" -> seat.says(rest);
            case "speaks" -> who.speaks(rest);
            case "blocks" -> who.blocks();
            case "unblocks" -> who.unblocks();
            case "menu" -> {
                return "  menu: " + String.join(" ", telegram.world().menus().shownTo(who, chat));
            }
            default -> seat.says(all);
        }
        return "";
    }

    private static String pressed(Press press) {
        if (!press.awaitAnswer(ANSWERED_WITHIN)) {
            return "  the button still spins after " + ANSWERED_WITHIN.toSeconds() + " s";
        }
        return press.text().isEmpty() ? "" : (press.isAlert() ? "  window: " : "  toast: ") + press.text();
    }

    private static Posted newest(Chat chat) {
        List<Posted> all = chat.fromBot();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("The bot has not written here yet.");
        }
        return all.getLast();
    }

    private static Posted newest(Chat chat, String label) {
        return chat.fromBot().reversed().stream().filter(message -> message.labels().stream().anyMatch(one -> one.contains(label))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message here has a button \"" + label + "\"."));
    }

    private static Media media(Kind kind, String file) {
        Path path = Path.of(file);
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new Media(kind, bytes, bytes.length, path.getFileName().toString(), kind.type(), 640, 360, 5);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    private String trouble(String what) {
        Faults faults = telegram.faults();
        switch (what) {
            case "flood" -> faults.next("sendMessage", Fault.tooManyRequests(5));
            case "drop" -> faults.next(Faults.ANY, Fault.dropsAfter());
            case "conflict" -> telegram.updates().stealPoll();
            case "down" -> faults.always(Faults.ANY, Fault.badGateway());
            case "unauthorized" -> faults.always(Faults.ANY, Fault.unauthorized());
            case "up" -> faults.clear();
            default -> throw new IllegalArgumentException("api flood, drop, conflict, down, unauthorized or up");
        }
        return "";
    }
}
