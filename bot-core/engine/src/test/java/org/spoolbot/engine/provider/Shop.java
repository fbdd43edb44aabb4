package org.spoolbot.engine.provider;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** A gateway that can be routed to and never asked. */
record Shop(String id, List<Model> models) implements VideoProvider {
    static Shop of(String id, String... models) {
        return new Shop(id, Arrays.stream(models).map(model -> model(model, false)).toList());
    }

    static Shop ofSamples(String id, String... models) {
        return new Shop(id, Arrays.stream(models).map(model -> model(model, true)).toList());
    }

    static Model model(String id, boolean sample) {
        Capabilities any = new Capabilities(
                Set.of(Mode.TEXT), Map.of(), List.of(5), List.of(Ratio.LANDSCAPE_16_9), List.of(Resolution.P720), 100, Set.of());
        return new Model(id, id, any, sample);
    }

    @Override
    public Optional<Money> price(Model model, VideoRequest request) {
        return Optional.empty();
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        throw new UnsupportedOperationException("routing asks nobody");
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) {
        throw new UnsupportedOperationException("routing asks nobody");
    }

    @Override
    public void download(URI source, Path target, long maxBytes) {
        throw new UnsupportedOperationException("routing asks nobody");
    }
}
