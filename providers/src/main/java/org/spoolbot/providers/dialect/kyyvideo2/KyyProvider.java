package org.spoolbot.providers.dialect.kyyvideo2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.gateway.Publisher.Published;
import org.spoolbot.providers.gateway.Publisher;
import org.spoolbot.providers.http.CallResult;

/** A gateway that speaks kyyvideo2. */
final class KyyProvider extends GatewayProvider {
    private static final String CREATE = "/v1/kyyvideo2/videos";
    /** Not below the create path. */
    private static final String RESULTS = "/v1/result/";

    private final Publisher publisher = new Publisher();
    private final KyyRequests requests;
    private final KyyAnswers answers;
    private final GatewayAnswers calls;
    private final KyyAssets assets;

    KyyProvider(GatewaySettings gateway, GatewayLines lines, Pause pause) {
        super(gateway, lines);
        GatewayJson json = new GatewayJson();
        KyyFaultKinds kinds = new KyyFaultKinds();
        this.requests = new KyyRequests(json);
        this.answers = new KyyAnswers(json, kinds);
        this.calls = new GatewayAnswers(json, kinds);
        this.assets = new KyyAssets(new KyyLibrary(lines.questions(), json, answers, calls), pause);
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
        return published instanceof Published.All(List<String> addresses) && gateway().has(GatewaySwitch.ASSET_LIBRARY)
                ? assets.replaced(order, addresses)
                : published;
    }

    private SubmitOutcome submit(GenerationOrder order, List<String> addresses) {
        CallResult result = lines().orders().post(CREATE, requests.create(order, addresses));
        return calls.submitted(answers.plain(result), order, KyyAnswers::accepted);
    }

    @Override
    protected TaskState ask(String taskId) throws ProviderException {
        String path = RESULTS + escaped(taskId);
        Optional<JsonNode> task = calls.found(answers.plain(lines().questions().get(path)));
        return task.isPresent() ? answers.state(task.get()) : new TaskState.Missing();
    }
}
