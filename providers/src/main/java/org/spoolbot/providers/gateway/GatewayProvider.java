package org.spoolbot.providers.gateway;

import static java.util.Objects.requireNonNull;

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
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;

/** What the thin clients of all dialects have in common: everything that is answered from the settings, and asking task by task. */
public abstract class GatewayProvider implements VideoProvider {
    private final GatewaySettings gateway;
    private final GatewayLines lines;

    /** A client of that gateway. */
    protected GatewayProvider(GatewaySettings gateway, GatewayLines lines) {
        this.gateway = requireNonNull(gateway, "gateway is null");
        this.lines = requireNonNull(lines, "lines is null");
    }

    /** How a task is, by one call. */
    protected abstract TaskState ask(String taskId) throws ProviderException;

    /** The gateway's settings. */
    protected final GatewaySettings gateway() {
        return gateway;
    }

    /** The connections to it. */
    protected final GatewayLines lines() {
        return lines;
    }

    /** A task's id as part of an address. */
    protected static String escaped(String taskId) {
        return URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }

    @Override
    public final String id() {
        return gateway.id();
    }

    @Override
    public List<Model> models() {
        return gateway.models();
    }

    @Override
    public final Optional<Money> price(Model model, VideoRequest request) {
        return gateway.estimate(model, request);
    }

    @Override
    public final Optional<Money> cost(Model model, VideoRequest request, long tokens) {
        return gateway.cost(model, request, tokens);
    }

    @Override
    public final GatewayLimits limits() {
        return gateway.limits();
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException {
        Map<String, TaskState> states = new HashMap<>();
        for (String taskId : taskIds) {
            states.put(taskId, ask(taskId));
        }
        return states;
    }

    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        lines.downloads().download(source, target, maxBytes);
    }
}
