package org.spoolbot.providers.dialect.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewayProvider;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.gateway.Publisher;
import org.spoolbot.providers.gateway.SeedanceCodes;
import org.spoolbot.providers.http.CallResult;

/** A gateway that speaks Ark. */
final class ArkProvider extends GatewayProvider {
    private static final String TASKS = "/contents/generations/tasks";

    private final Publisher publisher = new Publisher();
    private final ArkRequests requests;
    private final GatewayAnswers calls;
    private final ArkAnswers answers;

    ArkProvider(GatewaySettings gateway, GatewayLines lines) {
        super(gateway, lines);
        GatewayJson json = new GatewayJson();
        SeedanceCodes kinds = new SeedanceCodes();
        this.requests = new ArkRequests(json);
        this.calls = new GatewayAnswers(json, kinds);
        this.answers = new ArkAnswers(json, kinds);
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        return switch (publisher.publish(order)) {
            case Publisher.Published.Refused(SubmitOutcome.Refused refused) -> refused;
            case Publisher.Published.All(List<String> addresses) -> submit(order, addresses);
        };
    }

    private SubmitOutcome submit(GenerationOrder order, List<String> addresses) {
        Optional<URI> callback = gateway().has(GatewaySwitch.CALLBACKS) ? lines().callback().get() : Optional.empty();
        CallResult result = lines().orders().post(TASKS, requests.create(order, addresses, callback));
        return calls.submitted(result, order, body -> Optional.of(
                new SubmitOutcome.Accepted(body.path("id").asText(""), Optional.<Duration>empty())));
    }

    @Override
    public int batchLimit() {
        return gateway().has(GatewaySwitch.LISTS_TASKS) ? ArkLimits.LIST_SIZE : 1;
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException {
        Map<String, TaskState> states = new HashMap<>();
        if (taskIds.size() > 1) {
            for (JsonNode item : list(listPath(taskIds)).path("items")) {
                states.put(item.path("id").asText(""), answers.state(item));
            }
            states.keySet().retainAll(taskIds);
        }
        // The list may lag behind, and only a single answer tells a missing task from a late one. Those left over are asked for next time.
        List<String> left = taskIds.stream().filter(taskId -> !states.containsKey(taskId)).toList();
        for (int place = 0; place < left.size(); place++) {
            String taskId = left.get(place);
            states.put(taskId, place < ArkLimits.MOST_SINGLES ? ask(taskId) : new TaskState.Waiting());
        }
        return states;
    }

    @Override
    protected TaskState ask(String taskId) throws ProviderException {
        Optional<JsonNode> task = calls.found(lines().questions().get(TASKS + "/" + escaped(taskId)));
        return task.isPresent() ? answers.state(task.get()) : new TaskState.Missing();
    }

    private JsonNode list(String path) throws ProviderException {
        return calls.found(lines().questions().get(path))
                .filter(page -> page.path("items").isArray())
                .orElseThrow(() -> new ProviderException(ErrorKind.PROTOCOL, "the answer is no list"));
    }

    @Override
    public Optional<Set<String>> trace(Model model, VideoRequest request, Instant from, Instant to) throws ProviderException {
        if (!gateway().has(GatewaySwitch.LISTS_TASKS)) {
            return Optional.empty();
        }
        ArkTrace trace = new ArkTrace(request.format(), from, to);
        for (int page = 1; page <= ArkLimits.MOST_PAGES; page++) {
            String path = TASKS + "?page_num=" + page + "&page_size=" + ArkLimits.LIST_SIZE + "&filter.model=" + escaped(model.wireName());
            if (trace.endsWith(list(path))) {
                return Optional.of(trace.found());
            }
        }
        return Optional.empty();
    }

    private static String listPath(Set<String> taskIds) {
        return taskIds.stream()
                .sorted()
                .map(taskId -> "&filter.task_ids=" + escaped(taskId))
                .collect(Collectors.joining("", TASKS + "?page_num=1&page_size=" + taskIds.size(), ""));
    }

    @Override
    public Withdrawal withdraw(String taskId) throws ProviderException {
        if (!gateway().has(GatewaySwitch.CANCELS)) {
            return Withdrawal.NOT_OFFERED;
        }
        // Deleting a finished task destroys its record, so only a task that still waits is deleted.
        TaskState state = poll(Set.of(taskId)).getOrDefault(taskId, new TaskState.Missing());
        if (!(state instanceof TaskState.Waiting)) {
            return Withdrawal.TOO_LATE;
        }
        CallResult result = lines().questions().delete(TASKS + "/" + escaped(taskId));
        return result instanceof CallResult.Answered answered && answered.isSuccess()
                ? Withdrawal.WITHDRAWN
                : Withdrawal.TOO_LATE;
    }
}
