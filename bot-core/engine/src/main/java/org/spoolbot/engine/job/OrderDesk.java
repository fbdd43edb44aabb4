package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.VideoRequestEvent;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.Skip;
import org.spoolbot.engine.quota.Forecast;
import org.spoolbot.engine.quota.LimitResolver;

/** Takes orders: asks listeners, checks, prices, and lets the books decide in one transaction. */
final class OrderDesk {
    private static final int MOST_NOTES = 8;

    private final Voices voices;
    private final Quotes quotes;
    private final LimitResolver resolver;
    private final MediaCabinet cabinet;
    private final JobBooks books;
    private final SpendWatch spend;
    private final HealthBook health;

    @Inject
    OrderDesk(Voices voices, Quotes quotes, LimitResolver resolver, MediaCabinet cabinet, JobBooks books, SpendWatch spend, HealthBook health) {
        this.voices = voices;
        this.quotes = quotes;
        this.resolver = resolver;
        this.cabinet = cabinet;
        this.books = books;
        this.spend = spend;
        this.health = health;
    }

    Admission order(JobOrder order) {
        Optional<Phrase> shut = voices.chats().refusal(order.sender(), order.origin());
        if (shut.isPresent()) {
            return refused(List.of(shut.get()));
        }
        VideoRequestEvent asked = voices.events().fire(new VideoRequestEvent(order.sender(), order.request()));
        if (asked.denial().isPresent()) {
            return refused(List.of(Phrase.literal(asked.denial().get())));
        }
        Quotes.Offered offered = quotes.offer(asked.request(), order.destination());
        Quote quote = offered.quote();
        if (!quote.faults().isEmpty() || quote.offer().isEmpty()) {
            return refused(quote.faults());
        }
        if (Quotes.isDearer(quote.offer().get(), order.agreedPrice())) {
            return new Admission.Dearer(quotes.quote(order.sender(), asked.request(), order.destination()));
        }
        if (!cabinet.hasRoom()) {
            return new Admission.Busy();
        }
        return accept(order, asked.request(), Quotes.plan(quote.offer().get()), offered.skips());
    }

    private Admission accept(JobOrder order, VideoRequest request, Job.Plan plan, List<Skip> skips) {
        JobBooks.NewJob job = new JobBooks.NewJob(
                owner(order),
                request,
                plan,
                resolver.resolve(order.sender(), plan.sample()),
                resolver.weight(order.sender()),
                JobBooks.Claim.of(order.draft().map(Conversation::id), order.once()),
                skips.stream().limit(MOST_NOTES).map(Skip::note).toList());
        try {
            return switch (books.accept(job)) {
                case JobBooks.Acceptance.Accepted(Job accepted, int position) -> {
                    health.skipped(skips, accepted.id().value());
                    yield accepted(accepted, position);
                }
                case JobBooks.Acceptance.Repeated(Job before) -> new Admission.Repeated(Snapshots.of(before));
                case JobBooks.Acceptance.OverLimit(List<JobBooks.Breach> breaches) -> {
                    spend.refused(breaches);
                    yield refused(breaches.stream().map(Forecast::sentence).toList());
                }
                case JobBooks.Acceptance.DraftGone gone -> new Admission.AlreadyUsed();
            };
        } catch (JobBooks.BooksBusyException busy) {
            return new Admission.Busy();
        }
    }

    private Admission accepted(Job job, int position) {
        JobSnapshot snapshot = Snapshots.of(job);
        voices.events().fire(new JobChangedEvent(snapshot, Optional.empty()));
        return new Admission.Accepted(snapshot, position);
    }

    private static Job.Owner owner(JobOrder order) {
        Sender sender = order.sender();
        String group = sender.groups().isEmpty() ? "member" : sender.groups().getFirst();
        return new Job.Owner(sender.member(), sender.name(), sender.account().toString(), group, order.destination());
    }

    /** Who has a say before anything is priced: the admins of the chat, and plugins. */
    record Voices(ChatRules chats, EventBus events) {
        @Inject
        Voices {}
    }

    private static Admission refused(List<Phrase> reasons) {
        return new Admission.Refused(reasons.isEmpty() ? List.of(Phrase.of("job.fault.no-provider")) : reasons);
    }
}
