package org.spoolbot.engine.command.builtin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Card.Field;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Button;
import org.spoolbot.api.message.Message;
import org.spoolbot.engine.command.builtin.GatewayDesk.Condition;
import org.spoolbot.engine.command.builtin.GatewayDesk.Gateway;
import org.spoolbot.engine.command.builtin.GatewayDesk.Incident;
import org.spoolbot.engine.command.builtin.GatewayDesk.State;
import org.spoolbot.engine.command.builtin.GatewayDesk.Traffic;

/** Draws how gateways do. */
final class GatewayCard {
    static final String OFF = "provider-off";
    static final String ON = "provider-on";
    private static final String KEY = "command.admin.providers.";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_SHOWN = 20;
    private static final int MOST_BUTTONS = 10;
    private static final int LONGEST_ID = 64;

    private final HouseRules rules;

    GatewayCard(HouseRules rules) {
        this.rules = rules;
    }

    Message all(List<Gateway> gateways, Turn turn) {
        if (gateways.isEmpty()) {
            return Message.of(turn.text(KEY + "none"));
        }
        List<Field> fields = gateways.stream()
                .limit(MOST_SHOWN)
                .map(gateway -> new Field(gateway.id(), String.join(" · ", facts(gateway, turn)), true))
                .toList();
        List<Control> buttons = gateways.stream()
                .limit(MOST_BUTTONS)
                .flatMap(gateway -> button(gateway, turn).stream())
                .toList();
        return Message.of("").with(Card.of(turn.text(KEY + "title"), fields)).withControls(buttons);
    }

    Message one(Gateway gateway, Turn turn) {
        return draw(gateway, "", turn);
    }

    Message switched(String key, Gateway gateway, Turn turn) {
        return draw(gateway, turn.text(key, gateway.id()), turn);
    }

    private Message draw(Gateway gateway, String text, Turn turn) {
        List<String> lines = new ArrayList<>(facts(gateway, turn));
        if (!gateway.incidents().isEmpty()) {
            lines.add("");
            lines.add(turn.text(KEY + "incidents"));
            gateway.incidents().forEach(incident -> lines.add(line(incident, turn)));
        }
        Card card = new Card(gateway.id(), String.join("\n", lines), List.of(), List.of(), tone(gateway.condition().state()));
        List<Control> buttons = button(gateway, turn).stream().toList();
        return Message.of(text).with(card).withControls(buttons);
    }

    private List<String> facts(Gateway gateway, Turn turn) {
        Traffic traffic = gateway.traffic();
        String limit = traffic.limit().isPresent() ? Integer.toString(traffic.limit().getAsInt()) : "∞";
        List<String> facts = new ArrayList<>(List.of(condition(gateway.condition(), turn), calls(traffic, turn)));
        facts.add(turn.text(KEY + "load", traffic.running(), limit, traffic.waiting()));
        facts.add(turn.text(
                KEY + "spent", gateway.spent().today().toString(), gateway.spent().thisMonth().toString(), rules.currency()));
        facts.add(turn.text(KEY + "models", String.join(", ", gateway.models())));
        return facts;
    }

    private String condition(Condition condition, Turn turn) {
        String until = condition.until().map(this::clock).orElse("–");
        return turn.text(KEY + "state." + Wording.kebab(condition.state()), until, condition.reason());
    }

    private static String calls(Traffic traffic, Turn turn) {
        if (traffic.calls() == 0) {
            return turn.text(KEY + "no-calls");
        }
        int percent = Math.toIntExact(Math.round(100.0 * traffic.well() / traffic.calls()));
        return turn.text(KEY + "calls", percent, traffic.calls(), millis(traffic.order()), millis(traffic.question()));
    }

    private static String millis(Optional<Duration> took) {
        return took.map(length -> Long.toString(length.toMillis())).orElse("–");
    }

    private String line(Incident incident, Turn turn) {
        String what = incident.what() + (incident.detail().isEmpty() ? "" : " " + incident.detail());
        String place = incident.job().isEmpty() ? "" : " " + turn.text(KEY + "of-job", incident.job());
        return clock(incident.at()) + " " + what + place;
    }

    private String clock(Instant instant) {
        return CLOCK.format(instant.atZone(rules.zone()));
    }

    private static Optional<Control> button(Gateway gateway, Turn turn) {
        boolean off = gateway.condition().state() == State.OFF;
        String id = "v1:" + (off ? ON : OFF) + ":" + gateway.id();
        if (id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
            return Optional.empty();
        }
        return Optional.of(
                off
                        ? Button.primary(id, turn.text(KEY + "button.on", gateway.id()))
                        : Button.danger(id, turn.text(KEY + "button.off", gateway.id())));
    }

    private static Card.Tone tone(State state) {
        return switch (state) {
            case HEALTHY -> Card.Tone.SUCCESS;
            case TRIAL, FULL -> Card.Tone.INFO;
            case OFF -> Card.Tone.WARNING;
            case RESTING -> Card.Tone.ERROR;
        };
    }
}
