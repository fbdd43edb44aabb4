package org.spoolbot.engine.command.builtin;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;

/** Jobs in memory: 0.10 a second and twice that from 1080p on, first come first served. */
final class FakeJobs implements JobService {
    /** The hash of every finished clip. */
    static final String CLIP = "c".repeat(64);
    /** What a finished clip ends with. */
    Optional<MediaFile> frame = Optional.empty();
    Optional<Phrase> hindrance = Optional.empty();
    final List<JobOrder> orders = new ArrayList<>();
    final List<Phrase> notes = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final Map<JobId, JobSnapshot> jobs = new LinkedHashMap<>();
    private final Model model;
    private final FakeBooks books;
    Function<JobOrder, Optional<Admission>> gate = order -> Optional.empty();
    int priceFactor = 1;
    /** Which job's clip a message brought. */
    final Map<MessageRef, JobId> endings = new HashMap<>();
    /** What an earlier run of the server made of a message, by what the order came from. */
    final Map<String, JobId> made = new HashMap<>();
    /** The messages that answered orders. */
    final Map<JobId, MessageRef> answers = new LinkedHashMap<>();
    /** Those who may see no job. */
    final Set<String> hidden = new HashSet<>();
    int reads;

    FakeJobs(Model model, FakeBooks books) {
        this.model = model;
        this.books = books;
    }

    @Override
    public Quote quote(Sender sender, VideoRequest request, Destination destination) {
        int lines = request.format().resolution().ordinal() > 1 ? 2 : 1;
        Money price = Money.of(BigDecimal.valueOf(request.format().seconds() * priceFactor * lines, 1));
        Quote.Span span = new Quote.Span(Duration.ofSeconds(120), Duration.ofSeconds(200));
        return new Quote(
                Optional.of(new Quote.Offer("gateway", model, price, false)), List.of(), notes, Optional.of(span));
    }

    @Override
    public Admission order(JobOrder order) {
        orders.add(order);
        Optional<Admission> other = gate.apply(order);
        if (other.isPresent()) {
            return other.get();
        }
        Quote quote = quote(order.sender(), order.request(), order.destination());
        if (quote.offer().orElseThrow().price().compareTo(order.agreedPrice().orElseThrow()) > 0) {
            return new Admission.Dearer(quote);
        }
        if (order.draft().isPresent() && !books.close(order.draft().get().id())) {
            return new Admission.AlreadyUsed();
        }
        JobSnapshot job = add(order.sender(), order.request(), order.destination(), JobStatus.QUEUED);
        return new Admission.Accepted(job, jobs.size());
    }

    @Override
    public Optional<JobSnapshot> orderedBy(String once, Sender sender) {
        return Optional.ofNullable(made.get(once)).map(jobs::get);
    }

    @Override
    public void answered(JobId id, Sender sender, MessageRef message, String remarks) {
        answers.put(id, message);
    }

    JobSnapshot add(Sender owner, VideoRequest request, Destination destination, JobStatus status) {
        JobId id = new JobId("job" + (jobs.size() + 1));
        Money price = Money.of(new BigDecimal("0.50"));
        JobSnapshot job = new JobSnapshot(
                id,
                new JobSnapshot.Owner(owner.member(), owner.name(), destination),
                request,
                new JobSnapshot.State(status, 1, Instant.EPOCH, Instant.EPOCH, Optional.empty()),
                Optional.of(new JobSnapshot.Route("gateway", model.id())),
                new Receipt(status.isFinal() ? Receipt.Standing.CHARGED : Receipt.Standing.HELD, price, price, 5),
                status == JobStatus.SUCCEEDED ? Optional.of(CLIP) : Optional.empty());
        jobs.put(id, job);
        return job;
    }

    void forgetClips() {
        jobs.replaceAll((id, job) -> new JobSnapshot(
                id, job.owner(), job.request(), job.state(), job.route(), job.receipt(), Optional.empty()));
    }

    @Override
    public Optional<JobSnapshot> find(JobId id, Sender viewer) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> !hidden.contains(viewer.member().value()));
    }

    @Override
    public Optional<JobSnapshot> endedWith(MessageRef message, Sender viewer) {
        return Optional.ofNullable(endings.get(message)).flatMap(id -> find(id, viewer));
    }

    @Override
    public Outcome releaseHeld(Sender actor) {
        done.add("release");
        return new Outcome(true, Phrase.literal("released"));
    }

    @Override
    public List<JobSnapshot> unfinished(Sender viewer, boolean all, int limit) {
        return jobs.values().stream()
                .filter(job -> !job.status().isFinal())
                .filter(job -> all || job.owner().member().equals(viewer.member()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<JobSnapshot> history(Sender viewer, int limit, int offset) {
        reads++;
        return jobs.values().stream()
                .filter(job -> job.status().isFinal())
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Progress> progress(JobId id, Sender viewer) {
        return Optional.of(new Progress("", OptionalDouble.empty(), OptionalInt.of(3), Optional.of("about 2–4 min")));
    }

    @Override
    public Outcome cancel(JobId id, Sender actor) {
        done.add("cancel " + id);
        return new Outcome(true, Phrase.literal("Cancelled " + id + "."));
    }

    @Override
    public Outcome resolve(JobId id, Resolution resolution, Sender actor) {
        done.add("resolve " + id + " " + resolution);
        return new Outcome(true, Phrase.literal("Settled."));
    }

    @Override
    public Optional<Phrase> hinderedFromDeleting(JobId id, Sender actor) {
        return hindrance;
    }

    @Override
    public Outcome delete(JobId id, Sender actor) {
        done.add("delete " + id);
        return new Outcome(true, Phrase.literal("Deleted."));
    }

    @Override
    public LastFrame lastFrame(JobId id, Sender viewer) {
        return frame.<LastFrame>map(LastFrame.Found::new)
                .orElseGet(() -> new LastFrame.Missing(Phrase.of("job.clip-deleted")));
    }

    @Override
    public Outcome resend(JobId id, Sender viewer, Destination destination) {
        done.add("resend " + id);
        return new Outcome(true, Phrase.literal("Sent again."));
    }
}
