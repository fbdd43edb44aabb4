package org.spoolbot.engine.quota;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobService.Outcome;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.Router;

/** Shows and sets limits. Money flows downwards only. */
final class LimitDesk implements QuotaService {
    private static final PermissionNode ADMIN = new PermissionNode("spoolbot.admin.quota");
    private static final int JOBS_LOOKED_AT = 100;

    private final LimitResolver resolver;
    private final QuotaBooks books;
    private final MemberBooks members;
    private final JobBooks jobs;
    private final ProviderDirectory providers;
    private final Permissions permissions;
    private final SubjectReader subjects;

    @Inject
    LimitDesk(
            LimitResolver resolver,
            QuotaBooks books,
            MemberBooks members,
            JobBooks jobs,
            ProviderDirectory providers,
            Permissions permissions,
            SubjectReader subjects) {
        this.resolver = resolver;
        this.books = books;
        this.members = members;
        this.jobs = jobs;
        this.providers = providers;
        this.permissions = permissions;
        this.subjects = subjects;
    }

    @Override
    public QuotaReport report(Sender sender) {
        return books.report(sender.member(), sender.community(), resolver.resolve(sender, samplesOnly()));
    }

    @Override
    public Optional<QuotaReport> reportOf(Account account, Sender viewer) {
        if (account.equals(viewer.account())) {
            return Optional.of(report(viewer));
        }
        return members.find(account)
                .filter(known -> mayLookAt(known.member(), viewer))
                .map(known -> report(standIn(known, account, viewer)));
    }

    @Override
    public Outcome set(QuotaSubject subject, QuotaLimit limit, Sender actor) {
        if (permissions.isOwner(actor)) {
            books.set(subject, limit, actor.member());
            return done();
        }
        if (actor.community().isEmpty() || !permissions.has(actor, ADMIN)) {
            return new Outcome(false, Phrase.of("quota.set.not-allowed"));
        }
        return setAsAdmin(subject, limit, actor);
    }

    @Override
    public Optional<QuotaSubject> subject(String text, Sender actor) {
        return subjects.read(text, actor);
    }

    /** A community's admin lowers what the community was given, and never raises it. */
    private Outcome setAsAdmin(QuotaSubject subject, QuotaLimit limit, Sender actor) {
        // A person's rule holds in every community, so it is not one community's to set.
        boolean own = subject instanceof QuotaSubject.Place place
                && actor.community().equals(Optional.of(place.community()));
        if (!own) {
            return new Outcome(false, Phrase.of("quota.set.own-community-only"));
        }
        OptionalLong given = given(subject, limit.measure(), actor);
        boolean raises = limit.amount().isEmpty()
                || given.isPresent() && limit.amount().getAsLong() > given.getAsLong();
        if (raises) {
            return new Outcome(false, Phrase.of("quota.set.only-lower"));
        }
        books.set(subject, limit, actor.member());
        return done();
    }

    /** A limit that the sandbox is free of is kept for later, and whoever set it is told. */
    private Outcome done() {
        return new Outcome(true, Phrase.of(samplesOnly() ? "quota.set.done-sandbox" : "quota.set.done"));
    }

    /** What stands now for that place; empty means without limit. */
    private OptionalLong given(QuotaSubject place, QuotaLimit.Measure measure, Sender actor) {
        return resolver.resolve(actor, false).limits().stream()
                .filter(line -> line.subject().equals(place) && line.limit().measure() == measure)
                .map(line -> line.limit().amount())
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }

    /** A community's admin sees its own people: those who ordered there. */
    private boolean mayLookAt(MemberId member, Sender viewer) {
        if (permissions.isOwner(viewer)) {
            return true;
        }
        if (viewer.community().isEmpty() || !permissions.has(viewer, ADMIN)) {
            return false;
        }
        return Stream.of(false, true)
                .flatMap(finished -> jobs.ofMember(member, finished, JOBS_LOOKED_AT, 0).stream())
                .anyMatch(job -> job.owner().destination().community().equals(viewer.community()));
    }

    /** The person as seen from the viewer's place. Roles are known only when somebody speaks: the default group stands in. */
    private static Sender standIn(MemberBooks.Known known, Account account, Sender viewer) {
        return new Sender(known.member(), account, known.name(), viewer.language(), viewer.community(), List.of("member"));
    }

    private boolean samplesOnly() {
        return !Router.anyPaid(providers.all());
    }
}
