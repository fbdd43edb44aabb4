package org.spoolbot.engine.provider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

/** A gateway as a plugin registered it, whose answers are noted in its health. */
record WatchedProvider(VideoProvider gateway, HealthBook health, InstantSource clock) implements VideoProvider {
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
        return gateway.price(model, request);
    }

    @Override
    public GatewayLimits limits() {
        return gateway.limits();
    }

    @Override
    public SubmitOutcome submit(GenerationOrder order) {
        Instant began = clock.instant();
        try {
            SubmitOutcome outcome = gateway.submit(order);
            noted(order, began, outcome);
            return outcome;
        } catch (RuntimeException | LinkageError broken) {
            String what = "the provider broke: " + broken.getClass().getSimpleName();
            noted(order, began, new SubmitOutcome.Unknown(what));
            throw broken;
        }
    }

    private void noted(GenerationOrder order, Instant began, SubmitOutcome outcome) {
        if (order.model().sample()) {
            health.played(id(), order.job().value(), began, outcome);
            return;
        }
        health.submitted(id(), order.job().value(), began, outcome);
    }

    @Override
    public Optional<Set<String>> trace(Model model, VideoRequest request, Instant from, Instant to) throws ProviderException {
        return gateway.trace(model, request, from, to);
    }

    @Override
    public Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException {
        Instant began = clock.instant();
        try {
            Map<String, TaskState> states = gateway.poll(taskIds);
            health.asked(id(), began);
            return states;
        } catch (ProviderException failure) {
            health.unanswered(id(), began, failure, Router.anyPaid(List.of(gateway)));
            throw failure;
        }
    }

    @Override
    public int batchLimit() {
        return gateway.batchLimit();
    }

    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        gateway.download(source, target, maxBytes);
    }

    @Override
    public Withdrawal withdraw(String taskId) throws ProviderException {
        return gateway.withdraw(taskId);
    }
}
