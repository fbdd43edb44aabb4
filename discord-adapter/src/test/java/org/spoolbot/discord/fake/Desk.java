package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Does what was typed, for the person who is named in it. */
final class Desk {
    private static final int TEXT_INPUT = 4;
    private static final int FILE_UPLOAD = 19;

    private final FakeDiscord discord;
    private final Guild guild;
    private final Screen screen;
    private final Map<String, Keyboard> people = new ConcurrentHashMap<>();
    private final Map<String, Interaction> forms = new ConcurrentHashMap<>();

    Desk(FakeDiscord discord, Guild guild, Screen screen) {
        this.discord = discord;
        this.guild = guild;
        this.screen = screen;
    }

    Map<String, Keyboard> people() {
        return people;
    }

    void act(Typed typed) {
        switch (typed) {
            case Typed.Slash(String who, String line) -> slash(who, line);
            case Typed.Press(String who, String label) -> press(who, label);
            case Typed.Choose(String who, String label) -> choose(who, label);
            case Typed.Submit(String who, String fields) -> submit(who, fields);
            case Typed.Complete(String who, String line) -> complete(who, line);
            case Typed.Pick(String who, String command) -> answered(who, at(who).messageCommand(command, newest(who, message -> true)));
            case Typed.Say(String who, String text) -> at(who).say(text.replace("@bot", "<@" + discord.world().bot().id() + ">"));
            case Typed.Reply(String who, String text) -> at(who).reply(newest(who, this::isTheBots), text);
            case Typed.Go(String who, String where) -> go(who, where);
            case Typed.Trouble(String what) -> trouble(what);
            case Typed.Unclear() -> screen.line(FakeDiscordMain.HELP.stripTrailing());
        }
    }

    private Keyboard at(String who) {
        return people.computeIfAbsent(who, name -> discord.person(name).in(guild.general()));
    }

    private void go(String who, String where) {
        Optional<Channel> channel = guild.channels().stream().filter(known -> known.name().equals(where)).findFirst();
        Person person = discord.person(who);
        people.put(who, where.equals("private") ? person.privately() : person.in(channel.orElseGet(() -> guild.textChannel(where))));
    }

    private void slash(String who, String line) {
        SlashLine slash = SlashLine.read(line, commands());
        answered(who, at(who).slash(slash.path(), slash.options()));
    }

    private List<ObjectNode> commands() {
        return Stream.concat(discord.world().commands(guild).stream(), discord.world().commands().stream()).toList();
    }

    private void press(String who, String label) {
        Message message = newest(who, seen -> seen.buttons().stream().anyMatch(button -> button.contains(label)));
        answered(who, at(who).press(message, message.customId(label)));
    }

    private void choose(String who, String label) {
        Message message = newest(who, seen -> option(seen.json(), label).isPresent());
        Chosen chosen = option(message.json(), label).orElseThrow();
        answered(who, at(who).choose(message, chosen.menu(), chosen.value()));
    }

    private record Chosen(String menu, String value) {}

    private static Optional<Chosen> option(JsonNode message, String label) {
        for (JsonNode menu : Screen.fields(message)) {
            for (JsonNode option : menu.path("options")) {
                if (option.path("label").asText().contains(label)) {
                    return Optional.of(new Chosen(menu.path("custom_id").asText(), option.path("value").asText()));
                }
            }
        }
        return Optional.empty();
    }

    private void complete(String who, String line) {
        SlashLine slash = SlashLine.read(line, commands());
        Map<String, Object> others = new LinkedHashMap<>(slash.options());
        String partial = String.valueOf(others.remove(slash.lastOption()));
        screen.line("  " + at(who).autocomplete(slash.path(), slash.lastOption(), partial, others).choices());
    }

    private void submit(String who, String fields) {
        Interaction opener = Optional.ofNullable(forms.get(who)).orElseThrow(() -> new NoSuchElementException("No form is open for " + who));
        Map<String, Object> values = new LinkedHashMap<>();
        Arrays.stream(fields.split(";")).map(field -> field.strip().split("=", 2)).filter(field -> field.length == 2)
                .forEach(field -> values.put(field[0], value(opener, field[0], field[1])));
        answered(who, at(who).submit(opener, values));
    }

    private static Object value(Interaction opener, String field, String text) {
        int type = Screen.fields(opener.modal()).stream()
                .filter(known -> known.path("custom_id").asText().equals(field))
                .findFirst()
                .map(known -> known.path("type").asInt())
                .orElseThrow(() -> new NoSuchElementException("The form has no field " + field));
        return switch (type) {
            case TEXT_INPUT -> text;
            case FILE_UPLOAD -> List.of(SlashLine.file(text));
            default -> List.of(text);
        };
    }

    private void answered(String who, Interaction interaction) {
        Interaction.Acknowledgement answer = interaction.acknowledgement();
        screen.line("  answered after " + answer.took().toMillis() + " ms");
        if (answer.data().has("title") && answer.data().has("custom_id")) {
            forms.put(who, interaction);
            screen.form(answer.data());
        }
    }

    private Message newest(String who, Predicate<Message> wanted) {
        return at(who).sees().reversed().stream().filter(wanted).findFirst()
                .orElseThrow(() -> new NoSuchElementException(who + " sees no such message"));
    }

    private boolean isTheBots(Message message) {
        return message.json().path("author").path("id").asText().equals(discord.world().bot().id());
    }

    private void trouble(String what) {
        switch (what) {
            case "reconnect" -> discord.gateway().askToReconnect();
            case "invalidate" -> discord.gateway().invalidate(false);
            case "reset" -> discord.gateway().reset();
            case "close" -> discord.gateway().close(4000);
            default -> screen.line(FakeDiscordMain.HELP.stripTrailing());
        }
    }
}
