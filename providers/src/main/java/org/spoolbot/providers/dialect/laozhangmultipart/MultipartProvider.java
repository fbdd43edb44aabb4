package org.spoolbot.providers.dialect.laozhangmultipart;

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
import org.spoolbot.providers.gateway.RelayAnswers;
import org.spoolbot.providers.gateway.SeedanceCodes;
import org.spoolbot.providers.http.CallResult;

/** A gateway that takes orders as forms. */
final class MultipartProvider implements VideoProvider {
    private static final String TASKS = "/v1/video/generations";

    private final GatewaySettings gateway;
    private final GatewayLines lines;
    private final GatewayAnswers calls;
    private final RelayAnswers answers;

    MultipartProvider(GatewaySettings gateway, GatewayLines lines) {
        this.gateway = requireNonNull(gateway, "gateway is null");
        this.lines = requireNonNull(lines, "lines is null");
        GatewayJson json = new GatewayJson();
        this.calls = new GatewayAnswers(json, new SeedanceCodes());
        this.answers = new RelayAnswers(json);
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
        Optional<SubmitOutcome.Refused> fault = MultipartFiles.fault(order);
        if (fault.isPresent()) {
            return fault.get();
        }
        CallResult result = lines.orders().postForm(TASKS, MultipartRequests.create(order));
        return calls.submitted(result, order, body -> RelayAnswers.accepted(body, "task_id", "id"));
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
        String path = TASKS + "/" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
        Optional<JsonNode> task = calls.found(lines.questions().get(path));
        return task.isPresent() ? answers.state(task.get()) : new TaskState.Missing();
    }

    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        lines.downloads().download(source, target, maxBytes);
    }
}
