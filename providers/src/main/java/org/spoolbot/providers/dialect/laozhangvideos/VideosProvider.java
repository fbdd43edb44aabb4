package org.spoolbot.providers.dialect.laozhangvideos;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.video.Mode;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewayProvider;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.Publisher;
import org.spoolbot.providers.gateway.RelayAnswers;
import org.spoolbot.providers.gateway.SeedanceCodes;
import org.spoolbot.providers.http.CallResult;

/** A gateway that takes orders as JSON at {@code /v1/videos}. */
final class VideosProvider extends GatewayProvider {
    private static final String TASKS = "/v1/videos";

    private final Publisher publisher = new Publisher();
    private final VideosRequests requests;
    private final GatewayAnswers calls;
    private final RelayAnswers answers;

    VideosProvider(GatewaySettings gateway, GatewayLines lines) {
        super(gateway, lines);
        GatewayJson json = new GatewayJson();
        this.requests = new VideosRequests(json);
        this.calls = new GatewayAnswers(json, new SeedanceCodes());
        this.answers = new RelayAnswers(json);
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        Mode mode = order.request().mode();
        if (mode != Mode.TEXT && mode != Mode.REFERENCE) {
            // The route has no word for a frame: as a mere reference the picture would be paid for and not be what was asked.
            return new SubmitOutcome.Refused(ErrorKind.INVALID_PARAMS, "no frames can be handed in here", Optional.empty());
        }
        return switch (publisher.publish(order)) {
            case Publisher.Published.Refused(SubmitOutcome.Refused refused) -> refused;
            case Publisher.Published.All(List<String> addresses) -> submit(order, addresses);
        };
    }

    private SubmitOutcome submit(GenerationOrder order, List<String> addresses) {
        CallResult result = lines().orders().post(TASKS, requests.create(order, addresses));
        return calls.submitted(result, order, body -> RelayAnswers.accepted(body, "id", "task_id"));
    }

    @Override
    protected TaskState ask(String taskId) throws ProviderException {
        Optional<JsonNode> task = calls.found(lines().questions().get(path(taskId)));
        if (task.isEmpty()) {
            return new TaskState.Missing();
        }
        TaskState state = answers.state(task.get());
        if (state instanceof TaskState.Ready(var clip)) {
            return RelayAnswers.made(task.get(), ClipAddress.of(clip.address(), taskId));
        }
        // Some relays never tell an address and give the clip out themselves.
        return state instanceof TaskState.Finalizing && lines().questions().offersClip(contentPath(taskId))
                ? RelayAnswers.made(task.get(), ClipAddress.of(lines().questions().address(contentPath(taskId)), taskId))
                : state;
    }

    private static String path(String taskId) {
        return TASKS + "/" + escaped(taskId);
    }

    private static String contentPath(String taskId) {
        return path(taskId) + "/content";
    }

    /** By the signed address, without the key; where that does not work, from the gateway itself, with the key. */
    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        URI signed = ClipAddress.signed(source);
        Optional<String> content = ClipAddress.taskId(source).map(VideosProvider::contentPath);
        if (content.isEmpty()) {
            lines().downloads().download(signed, target, maxBytes);
            return;
        }
        if (signed.equals(lines().questions().address(content.get()))) {
            downloadContent(content.get(), target, maxBytes);
            return;
        }
        try {
            lines().downloads().download(signed, target, maxBytes);
        } catch (ProviderException fault) {
            if (fault.kind() != ErrorKind.NOT_FOUND && fault.kind() != ErrorKind.PROTOCOL) {
                throw fault;
            }
            downloadContent(content.get(), target, maxBytes);
        }
    }

    private void downloadContent(String path, Path target, long maxBytes) throws ProviderException {
        Optional<URI> elsewhere = lines().questions().download(path, target, maxBytes);
        if (elsewhere.isPresent()) {
            lines().downloads().download(elsewhere.get(), target, maxBytes);
        }
    }
}
