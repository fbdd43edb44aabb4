package org.spoolbot.providers.dialect.laozhangmultipart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewayProvider;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.RelayAnswers;
import org.spoolbot.providers.gateway.SeedanceCodes;
import org.spoolbot.providers.http.CallResult;

/** A gateway that takes orders as forms. */
final class MultipartProvider extends GatewayProvider {
    private static final String TASKS = "/v1/video/generations";

    private final GatewayAnswers calls;
    private final RelayAnswers answers;

    MultipartProvider(GatewaySettings gateway, GatewayLines lines) {
        super(gateway, lines);
        GatewayJson json = new GatewayJson();
        this.calls = new GatewayAnswers(json, new SeedanceCodes());
        this.answers = new RelayAnswers(json);
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        Optional<SubmitOutcome.Refused> fault = MultipartFiles.fault(order);
        if (fault.isPresent()) {
            return fault.get();
        }
        CallResult result = lines().orders().postForm(TASKS, MultipartRequests.create(order));
        return calls.submitted(result, order, body -> RelayAnswers.accepted(body, "task_id", "id"));
    }

    @Override
    protected TaskState ask(String taskId) throws ProviderException {
        String path = TASKS + "/" + escaped(taskId);
        Optional<JsonNode> task = calls.found(lines().questions().get(path));
        return task.isPresent() ? answers.state(task.get()) : new TaskState.Missing();
    }
}
