package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.command.builtin.GatewayDesk;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.Standing;

/** Puts together what health, books and queue know of the gateways. */
final class GatewayCounter implements GatewayDesk {
    private final ProviderDirectory providers;
    private final HealthBook health;
    private final JobBooks books;
    private final Permissions permissions;
    private final InstantSource clock;
    private final ZoneId zone;

    @Inject
    GatewayCounter(
            ProviderDirectory providers,
            HealthBook health,
            JobBooks books,
            Permissions permissions,
            InstantSource clock,
            ServerSettings settings) {
        this.providers = providers;
        this.health = health;
        this.books = books;
        this.permissions = permissions;
        this.clock = clock;
        this.zone = settings.region().timeZone();
    }

    @Override
    public boolean isFor(Sender sender) {
        return permissions.isOwner(sender);
    }

    @Override
    public List<Gateway> gateways() {
        return gateways(providers.all());
    }

    @Override
    public Optional<Gateway> find(String id) {
        return gateways(providers.find(id).stream().toList()).stream().findFirst();
    }

    /** An account, not a name, because it is written to the log. */
    @Override
    public void switchOff(String id, Sender by, String why) {
        health.switchOff(id, by.account().toString(), why);
    }

    @Override
    public void switchOn(String id, Sender by) {
        health.switchOn(id, by.account().toString());
    }

    private List<Gateway> gateways(List<VideoProvider> asked) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        Accounts accounts = new Accounts(
                books.spentByProvider(start(today)), books.spentByProvider(start(today.withDayOfMonth(1))), books.waiting());
        return asked.stream().map(provider -> gateway(provider, accounts)).toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Gateway gateway(VideoProvider provider, Accounts accounts) {
        String id = provider.id();
        HealthBook.Vitals vitals = health.vitals(id);
        int limit = provider.limits().running();
        Traffic traffic = new Traffic(
                vitals.calls(),
                vitals.well(),
                vitals.order(),
                vitals.question(),
                vitals.running(),
                limit == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(limit),
                accounts.waiting().getOrDefault(id, 0L));
        Spent spent = new Spent(accounts.today().getOrDefault(id, Money.ZERO), accounts.month().getOrDefault(id, Money.ZERO));
        List<Incident> incidents = vitals.incidents().stream()
                .map(one -> new Incident(one.at(), one.what(), one.detail(), one.job()))
                .toList();
        List<String> models = provider.models().stream().map(Model::id).toList();
        return new Gateway(id, condition(vitals.standing()), traffic, spent, models, incidents);
    }

    private static Condition condition(Standing standing) {
        String kind = standing.kind().map(Enum::name).orElse("");
        State state = switch (standing.state()) {
            case HEALTHY -> State.HEALTHY;
            case TRIAL -> State.TRIAL;
            case FULL -> State.FULL;
            case RESTING -> State.RESTING;
            case OFF -> State.OFF;
        };
        return new Condition(state, standing.until(), state == State.OFF ? standing.by() : kind);
    }

    private record Accounts(Map<String, Money> today, Map<String, Money> month, Map<String, Long> waiting) {}
}
