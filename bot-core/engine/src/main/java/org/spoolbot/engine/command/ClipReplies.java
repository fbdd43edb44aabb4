package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;

/** What is said in reply to a clip of ours: a command about it, other words for it, or what happens next. */
final class ClipReplies {
    private static final String CONTINUE = "command.reply.continue";

    private final JobService jobs;
    private final Translator texts;

    @Inject
    ClipReplies(JobService jobs, Translator texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /** The job whose clip a message answers, if its sender may see it. */
    Optional<JobId> repliedTo(Sender sender, Inbound.TextInput input) {
        String platform = input.origin().destination().platform();
        String channel = input.origin().destination().channel();
        return input.address()
                .repliedTo()
                .flatMap(id -> jobs.endedWith(new MessageRef(platform, channel, id), sender))
                .map(JobSnapshot::id);
    }

    /** The options of a command that answers a clip: unless it names a job, it means that one. */
    Parsed parse(Sender sender, Lookup lookup, JobId clip) {
        CommandSpec spec = lookup.innermost();
        Optional<OptionSpec> job =
                spec.options().stream().filter(option -> option.type() == OptionSpec.Type.JOB).findFirst();
        if (job.isEmpty() || isJob(sender, Lookup.firstWord(lookup.rest()))) {
            return OptionParser.parse(spec, lookup.name(), lookup.rest());
        }
        List<OptionSpec> options = spec.options().stream()
                .map(option -> option.equals(job.get()) ? option.as(OptionSpec.Presence.OPTIONAL) : option)
                .toList();
        CommandSpec eased = CommandSpec.of(spec.name(), spec.descriptionKey(), options);
        Parsed parsed = OptionParser.parse(eased, lookup.name(), lookup.rest());
        Map<String, String> values = new HashMap<>(parsed.values());
        values.putIfAbsent(job.get().name(), clip.value());
        return new Parsed(values, parsed.files(), parsed.faults());
    }

    private boolean isJob(Sender sender, String word) {
        String id = word.startsWith("#") ? word.substring(1) : word;
        return id.matches("[a-z0-9]{1,20}") && jobs.find(new JobId(id), sender).isPresent();
    }

    /** What words in reply to a clip ask for: what happens next where they say so, else the same clip with these words. */
    Inbound.Invocation meant(Inbound.TextInput input, JobId clip) {
        String text = input.text().strip();
        Optional<String> next = Continuation.of(text, continueWords());
        Map<String, String> options = new HashMap<>(Map.of("job", clip.value()));
        Optional.of(next.orElse(text)).filter(words -> !words.isEmpty()).ifPresent(words -> options.put("prompt", words));
        String command = next.isPresent() ? "extend" : "remix";
        return new Inbound.Invocation(input.origin(), List.of(command), options, Map.of(), input.uploads());
    }

    /** In all languages, because many people write another one than they set their chat to. */
    private Set<String> continueWords() {
        return Languages.ALL.stream()
                .map(language -> texts.find(language, CONTINUE).orElse(""))
                .flatMap(words -> Arrays.stream(words.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
