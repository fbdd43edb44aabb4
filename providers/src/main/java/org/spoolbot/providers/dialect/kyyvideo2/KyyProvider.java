package org.spoolbot.providers.dialect.kyyvideo2;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.gateway.Publisher;
import org.spoolbot.providers.gateway.Publisher.Published;
import org.spoolbot.providers.http.CallResult;

/** A gateway that speaks kyyvideo2. */
final class KyyProvider implements VideoProvider {
    private static final String CREATE = "/v1/kyyvideo2/videos";
    /** Not below the create path. */
    private static final String RESULTS = "/v1/result/";

    private final GatewaySettings gateway;
    private final GatewayLines lines;
    private final Publisher publisher = new Publisher();
    private final KyyRequests requests;
    private final KyyAnswers answers;
    private final GatewayAnswers calls;
    private final KyyAssets assets;

    KyyProvider(GatewaySettings gateway, GatewayLines lines, Pause pause) {
        this.gateway = requireNonNull(gateway, "gateway is null");
        this.lines = requireNonNull(lines, "lines is null");
        GatewayJson json = new GatewayJson();
        KyyFaultKinds kinds = new KyyFaultKinds();
        this.requests = new KyyRequests(json);
        this.answers = new KyyAnswers(json, kinds);
        this.calls = new GatewayAnswers(json, kinds);
        this.assets = new KyyAssets(new KyyLibrary(lines.questions(), json, answers, calls), pause);
    }

    @Override
    public String id() {
        return gateway.id();
    }

    @Override
    public List<Model> models() {
        return gateway.models();
    }

    @Override
    public Optional<Money> price(Model model, VideoRequest request) {
        return gateway.estimate(model, request);
    }

    @Override
    public Optional<Money> cost(Model model, VideoRequest request, long tokens) {
        return gateway.cost(model, request, tokens);
    }

    @Override
    public GatewayLimits limits() {
        return gateway.limits();
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        return switch (published(order)) {
            case Published.Refused(SubmitOutcome.Refused refused) -> refused;
            case Published.All(List<String> addresses) -> submit(order, addresses);
        };
    }

    private Published published(GenerationOrder order) {
        Published published = publisher.publish(order);
        return published instanceof Published.All(List<String> addresses) && gateway.has(GatewaySwitch.ASSET_LIBRARY)
                ? assets.replaced(order, addresses)
                : published;
    }

    private SubmitOutcome submit(GenerationOrder order, List<String> addresses) {
        CallResult result = lines.orders().post(CREATE, requests.create(order, addresses));
        return calls.submitted(answers.plain(result), order, KyyAnswers::accepted);
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException {
        Map<String, TaskState> states = new HashMap<>();
        for (String taskId : taskIds) {
            states.put(taskId, ask(taskId));
        }
        return states;
    }

    private TaskState ask(String taskId) throws ProviderException {
        String path = RESULTS + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
        Optional<JsonNode> task = calls.found(answers.plain(lines.questions().get(path)));
        return task.isPresent() ? answers.state(task.get()) : new TaskState.Missing();
    }

    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        lines.downloads().download(source, target, maxBytes);
    }
}
