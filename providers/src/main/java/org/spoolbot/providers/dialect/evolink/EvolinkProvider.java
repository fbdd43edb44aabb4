package org.spoolbot.providers.dialect.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewayProvider;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.gateway.Publisher;
import org.spoolbot.providers.http.CallResult;

/** A gateway that speaks EvoLink. */
final class EvolinkProvider extends GatewayProvider {
    private static final String CREATE = "/v1/videos/generations";
    private static final String TASKS = "/v1/tasks/";

    private final List<Model> models;
    private final Publisher publisher;
    private final EvolinkRequests requests;
    private final GatewayAnswers calls;
    private final EvolinkAnswers answers;

    EvolinkProvider(GatewaySettings gateway, GatewayLines lines, InstantSource clock) {
        super(gateway, lines);
        GatewayJson json = new GatewayJson();
        EvolinkFaultKinds kinds = new EvolinkFaultKinds();
        this.requests = new EvolinkRequests(json);
        this.calls = new GatewayAnswers(json, kinds);
        this.answers = new EvolinkAnswers(json, kinds, gateway.models().stream().allMatch(Model::sample));
        boolean uploads = gateway.has(GatewaySwitch.UPLOADS);
        this.models = EvolinkModels.offered(gateway.models(), uploads);
        this.publisher = uploads ? new Publisher(uploads(gateway, lines, clock)) : new Publisher();
    }

    private EvolinkUploads uploads(GatewaySettings settings, GatewayLines connections, InstantSource clock) {
        URI address = settings.uploadUrl().orElse(EvolinkUploads.VENDOR);
        return new EvolinkUploads(connections.elsewhere().apply(address), calls, clock);
    }

    @Override
    public List<Model> models() {
        return models;
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        if (EvolinkRequests.isMisread(order)) {
            return new SubmitOutcome.Refused(
                    ErrorKind.INVALID_PARAMS, "one or two pictures alone would be taken for frames", Optional.empty());
        }
        return switch (publisher.publish(order)) {
            case Publisher.Published.Refused(SubmitOutcome.Refused refused) -> refused;
            case Publisher.Published.All(List<String> addresses) -> submit(order, addresses);
        };
    }

    private SubmitOutcome submit(GenerationOrder order, List<String> addresses) {
        Optional<URI> callback = gateway().has(GatewaySwitch.CALLBACKS)
                ? EvolinkRequests.callback(lines().callback().get(), lines().orders().isLoopback())
                : Optional.empty();
        CallResult result = lines().orders().post(CREATE, requests.create(order, addresses, callback));
        return calls.submitted(result, order, answers::accepted);
    }

    @Override
    protected TaskState ask(String taskId) throws ProviderException {
        String path = TASKS + escaped(taskId);
        Optional<JsonNode> task = calls.found(lines().questions().get(path));
        return task.isPresent() ? answers.state(task.get()) : new TaskState.Missing();
    }
}
