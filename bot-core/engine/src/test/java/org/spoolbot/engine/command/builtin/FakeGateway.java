package org.spoolbot.engine.command.builtin;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** A gateway with one model that is never asked for a clip. */
final class FakeGateway implements VideoProvider {
    static final int MAX_PROMPT = 200;
    final Model model = new Model("seedance", "wire", everything(), false);
    final List<Model> models = new ArrayList<>(List.of(model));

    static Capabilities everything() {
        return new Capabilities(
                EnumSet.allOf(Mode.class),
                Map.of(MediaKind.IMAGE, files(9), MediaKind.VIDEO, files(3), MediaKind.AUDIO, files(3)),
                List.of(4, 5, 8, 10),
                List.of(Ratio.LANDSCAPE_16_9, Ratio.PORTRAIT_9_16),
                List.of(Resolution.P480, Resolution.P720, Resolution.P1080),
                MAX_PROMPT,
                Set.of(Feature.AUDIO_SWITCH, Feature.SEED, Feature.PICTURES_ALONE));
    }

    static MediaRules files(int most) {
        return new MediaRules(
                most, 1_000_000, Set.of(MediaType.PNG), MediaRules.PixelRules.any(), MediaRules.LengthRules.any());
    }

    @Override
    public String id() {
        return "gateway";
    }

    @Override
    public List<Model> models() {
        return models;
    }

    @Override
    public Optional<Money> price(Model asked, VideoRequest request) {
        return Optional.of(Money.of(new BigDecimal("0.5")));
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void download(URI source, Path target, long maxBytes) {
        throw new UnsupportedOperationException();
    }
}
