package org.spoolbot.providers.dialect.ark;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.http.CallResult;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.price.TokenRate;
import org.spoolbot.providers.price.Tokens;

/** A gateway that speaks Ark. */
public final class ArkProvider implements VideoProvider {
    private static final String TASKS = "/contents/generations/tasks";

    private final ArkGateway gateway;
    private final GatewayClient orders;
    private final GatewayClient questions;
    private final ClipDownloader downloads;
    private final ArkRequests requests;
    private final ArkAnswers answers;

    /** With clients of their own for paid calls, which may take long, and for questions. */
    public ArkProvider(ArkGateway gateway, GatewayClient orders, GatewayClient questions, ClipDownloader downloads) {
        this.gateway = requireNonNull(gateway, "gateway is null");
        this.orders = requireNonNull(orders, "orders is null");
        this.questions = requireNonNull(questions, "questions is null");
        this.downloads = requireNonNull(downloads, "downloads is null");
        JsonMapper json = JsonMapper.builder().build();
        this.requests = new ArkRequests(json);
        this.answers = new ArkAnswers(json);
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
        if (model.sample()) {
            return Optional.of(Money.ZERO);
        }
        return rate(model).map(rate -> rate.price(request, Tokens.estimate(request)));
    }

    /** The answer does not tell whether a video was handed in: the higher rate is taken, and a member never pays above the card. */
    private Optional<Money> reportedCost(String wireName, long tokens) {
        return gateway.models().stream()
                .filter(model -> model.wireName().equals(wireName))
                .findFirst()
                .flatMap(model -> model.sample() ? Optional.of(Money.ZERO) : rate(model).map(rate -> rate.highest(tokens)));
    }

    private Optional<TokenRate> rate(Model model) {
        return Optional.ofNullable(gateway.rates().get(model.id()));
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        Optional<List<String>> addresses;
        try {
            addresses = ArkReferences.addresses(order.sources());
        } catch (IOException fault) {
            return new SubmitOutcome.Refused(ErrorKind.STORAGE, "a reference cannot be read here", Optional.empty());
        }
        if (addresses.isEmpty()) {
            return new SubmitOutcome.Refused(
                    ErrorKind.MEDIA_UNFETCHABLE, "a reference needs an address: set http.public-url", Optional.empty());
        }
        return answers.submitted(orders.post(TASKS, requests.create(order, addresses.get())));
    }

    @Override
    public int batchLimit() {
        return gateway.listsTasks() ? ArkLimits.LIST_SIZE : 1;
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException {
        Map<String, TaskState> states = new HashMap<>();
        if (taskIds.size() > 1) {
            states.putAll(answers.states(questions.get(listPath(taskIds)), this::reportedCost));
            states.keySet().retainAll(taskIds);
        }
        // The list may lag behind, and only a single answer tells a missing task from a late one.
        Set<String> left = new HashSet<>(taskIds);
        left.removeAll(states.keySet());
        for (String taskId : left) {
            states.put(taskId, answers.state(questions.get(TASKS + "/" + escaped(taskId)), this::reportedCost));
        }
        return states;
    }

    @Override
    public Optional<Set<String>> trace(Model model, VideoRequest request, Instant from, Instant to) throws ProviderException {
        if (!gateway.listsTasks()) {
            return Optional.empty();
        }
        ArkTrace trace = new ArkTrace(request.format(), from, to);
        for (int page = 1; page <= ArkLimits.MOST_PAGES; page++) {
            String path = TASKS + "?page_num=" + page + "&page_size=" + ArkLimits.LIST_SIZE + "&filter.model=" + escaped(model.wireName());
            if (trace.endsWith(answers.list(questions.get(path)))) {
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

    private static String escaped(String taskId) {
        return URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }

    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        downloads.download(source, target, maxBytes);
    }

    @Override
    public Withdrawal withdraw(String taskId) throws ProviderException {
        if (!gateway.cancels()) {
            return Withdrawal.NOT_OFFERED;
        }
        // Deleting a finished task destroys its record, so only a task that still waits is deleted.
        TaskState state = poll(Set.of(taskId)).getOrDefault(taskId, new TaskState.Missing());
        if (!(state instanceof TaskState.Waiting)) {
            return Withdrawal.TOO_LATE;
        }
        CallResult result = questions.delete(TASKS + "/" + escaped(taskId));
        return result instanceof CallResult.Answered answered && answered.isSuccess()
                ? Withdrawal.WITHDRAWN
                : Withdrawal.TOO_LATE;
    }
}
