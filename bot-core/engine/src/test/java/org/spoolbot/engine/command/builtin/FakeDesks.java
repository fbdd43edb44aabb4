package org.spoolbot.engine.command.builtin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.Money;

/** One gateway that refuses this server's account, and one event of every job. */
final class FakeDesks implements GatewayDesk, JobTales {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:05Z");
    final List<String> switched = new ArrayList<>();
    private Condition condition = new Condition(State.RESTING, Optional.of(AT), "AUTH");

    @Override
    public boolean isFor(Sender sender) {
        return sender.account().id().equals("admin");
    }

    @Override
    public List<Gateway> gateways() {
        Traffic traffic = new Traffic(
                8, 6, Optional.of(Duration.ofMillis(420)), Optional.empty(), 3, OptionalInt.of(10), 7);
        return List.of(new Gateway(
                "ark",
                condition,
                traffic,
                new Spent(new Money(1_500_000), new Money(9_000_000)),
                List.of("seedance", "seedance-fast"),
                List.of(new Incident(AT, "AUTH", "the key is refused", "j1"), new Incident(AT, "unfit", "seedance job.fault.mode", "j2"))));
    }

    @Override
    public Optional<Gateway> find(String id) {
        return gateways().stream().filter(gateway -> gateway.id().equals(id)).findFirst();
    }

    @Override
    public void switchOff(String id, Sender by, String why) {
        switched.add("off " + id + " " + why);
        condition = new Condition(State.OFF, Optional.empty(), by.account() + ": " + why);
    }

    @Override
    public void switchOn(String id, Sender by) {
        switched.add("on " + id);
        condition = new Condition(State.HEALTHY, Optional.empty(), "");
    }

    @Override
    public Optional<List<Event>> of(JobId job, Sender viewer) {
        return Optional.of(List.of(
                new Event(AT, JobStatus.QUEUED, "", "skipped kyy/seedance off"),
                new Event(AT, JobStatus.QUEUED, "AUTH", "ark/seedance > evolink/seedance: AUTH the key is refused")));
    }
}
