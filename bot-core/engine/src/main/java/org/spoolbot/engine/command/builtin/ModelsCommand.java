package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /models}: what can be asked of which model, and what an ordinary clip of it costs. */
final class ModelsCommand {
    private static final int MOST = 20;

    private final PluginContext server;
    private final HouseRules rules;

    ModelsCommand(PluginContext server, HouseRules rules) {
        this.server = server;
        this.rules = rules;
    }

    void register() {
        server.commands().register(CommandSpec.of("models", "command.models", List.of()), this::handle);
    }

    private void handle(CommandContext context) {
        Turn turn = Turn.of(context);
        List<Card.Field> fields = new ArrayList<>();
        for (VideoProvider provider : server.providers().providers()) {
            provider.models().forEach(model -> fields.add(field(provider, model, turn)));
        }
        if (fields.isEmpty()) {
            turn.say("command.models.none");
            return;
        }
        List<Card.Field> shown = fields.stream().limit(MOST).toList();
        turn.send(Message.of("").with(Card.of(turn.text("command.models.title"), shown)));
    }

    private Card.Field field(VideoProvider provider, Model model, Turn turn) {
        Capabilities can = model.capabilities();
        String text = turn.text(
                "command.models.line",
                can.lengths().getFirst(),
                can.lengths().getLast(),
                can.ratios().stream().map(Ratio::label).collect(Collectors.joining(", ")),
                can.resolutions().stream().map(Resolution::label).collect(Collectors.joining(", ")),
                uses(can, turn),
                price(provider, model, turn));
        return new Card.Field(turn.text("command.models.title-one", model.id(), provider.id()), text, true);
    }

    /** What clips are made from, what files there may be and must be, and whether sound can be left out. */
    private static String uses(Capabilities can, Turn turn) {
        List<String> uses = new ArrayList<>();
        uses.add(can.modes().stream()
                .sorted()
                .map(mode -> turn.text("command.models.mode-" + Wording.kebab(mode)))
                .collect(Collectors.joining(", ")));
        uses.add(files(can, turn));
        can.media().entrySet().stream()
                .filter(kind -> kind.getValue().minCount() > 0)
                .map(kind -> turn.text("command.models.needs-" + Wording.kebab(kind.getKey())))
                .sorted()
                .forEach(uses::add);
        if (!can.has(Capabilities.Feature.AUDIO_SWITCH)) {
            uses.add(turn.text("command.models.always-sound"));
        }
        return String.join(" · ", uses);
    }

    private static String files(Capabilities can, Turn turn) {
        String counts = Arrays.stream(MediaKind.values())
                .filter(kind -> most(can, kind) > 0)
                .map(kind -> turn.text("command.models.files-" + Wording.kebab(kind), most(can, kind)))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? turn.text("command.models.no-files") : counts;
    }

    private static int most(Capabilities can, MediaKind kind) {
        return Optional.ofNullable(can.media().get(kind)).map(MediaRules::maxCount).orElse(0);
    }

    private String price(VideoProvider provider, Model model, Turn turn) {
        Capabilities can = model.capabilities();
        int seconds = can.lengths().contains(Defaults.SECONDS) ? Defaults.SECONDS : can.lengths().getFirst();
        Resolution resolution =
                can.resolutions().contains(Resolution.P720) ? Resolution.P720 : can.resolutions().getFirst();
        Format format = new Format(seconds, can.ratios().getFirst(), resolution, true);
        VideoRequest usual = new VideoRequest(
                Prompt.plain(""), Mode.TEXT, List.of(), format, Extras.none(), Optional.of(model.id()));
        Optional<Money> price = model.sample() ? Optional.of(Money.ZERO) : provider.price(model, usual);
        return price.map(known -> turn.text(
                        "command.models.price", turn.text(Wording.money(known, rules.currency())), seconds, resolution.label()))
                .orElseGet(() -> turn.text("command.models.price-unknown"));
    }
}
