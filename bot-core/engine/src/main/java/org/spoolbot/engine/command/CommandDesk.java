package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.engine.spelling.Nearest;

/** Finds the command that an input names, checks who may, reads its options and runs it. */
final class CommandDesk {
    private final CommandTable table;
    private final Permissions permissions;
    private final ReplyDesk replies;
    private final ClipReplies clips;

    @Inject
    CommandDesk(CommandTable table, Permissions permissions, ReplyDesk replies, ClipReplies clips) {
        this.table = table;
        this.permissions = permissions;
        this.replies = replies;
        this.clips = clips;
    }

    /** Whether a text is meant as a command. The console needs no slash. */
    static boolean isCommand(Origin origin, String text) {
        boolean slash = text.length() > 1 && text.charAt(0) == '/' && Character.isLetter(text.charAt(1));
        return slash || (origin.account().isConsole() && !text.isBlank());
    }

    /** Runs a typed command. */
    void typed(Sender sender, Inbound.TextInput input) throws Complaint, CommandException {
        String text = input.text().strip();
        String line = text.startsWith("/") ? text.substring(1) : text;
        String word = Lookup.firstWord(line);
        int address = word.indexOf('@');
        CommandTable.Command command = find(sender, address < 0 ? word : word.substring(0, address));
        Lookup lookup = Lookup.in(command.spec(), line.substring(word.length())).orList();
        admit(sender, lookup);
        Optional<JobId> clip = clips.repliedTo(sender, input);
        Parsed parsed = clip.isPresent()
                ? clips.parse(sender, lookup, clip.get())
                : OptionParser.parse(lookup.innermost(), lookup.name(), lookup.rest());
        List<Upload> left = new ArrayList<>(input.uploads());
        Map<String, Upload> given = claim(parsed, left);
        run(sender, input.origin(), command, lookup, new Given(parsed.values(), given, left, clip));
    }

    /** Takes words that answer a clip of ours; false if that is not what they do. */
    boolean answered(Sender sender, Inbound.TextInput input) throws Complaint, CommandException {
        Optional<JobId> clip = clips.repliedTo(sender, input);
        if (clip.isEmpty()) {
            return false;
        }
        invoked(sender, clips.meant(input, clip.get()));
        return true;
    }

    /** Runs a command that the platform took apart. */
    void invoked(Sender sender, Inbound.Invocation invocation) throws Complaint, CommandException {
        List<String> path = invocation.path();
        CommandTable.Command command = find(sender, path.isEmpty() ? "" : path.getFirst());
        Lookup lookup = Lookup.in(command.spec(), String.join(" ", path.subList(1, path.size()))).orList();
        admit(sender, lookup);
        Parsed parsed = OptionCheck.of(
                lookup.innermost(), lookup.name(), invocation.options(), invocation.attachments().keySet());
        complainOf(parsed.faults());
        Given given = new Given(parsed.values(), invocation.attachments(), invocation.uploads(), Optional.empty());
        run(sender, invocation.origin(), command, lookup, given);
    }

    private CommandTable.Command find(Sender sender, String name) throws Complaint {
        Optional<CommandTable.Command> command = table.find(name).or(() -> table.find(sender.language(), name));
        if (command.isPresent()) {
            return command.get();
        }
        List<String> visible = visible(sender).stream().map(CommandSpec::name).toList();
        Optional<String> near = Nearest.to(name, visible);
        if (near.isPresent()) {
            throw new Complaint("command.unknown-near", OptionCheck.shown(name), near.get());
        }
        throw new Complaint("command.unknown", OptionCheck.shown(name));
    }

    /** The commands that somebody may see. */
    List<CommandSpec> visible(Sender sender) {
        return table.all().stream()
                .map(CommandTable.Command::spec)
                .map(spec -> visibleParts(sender, spec))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CommandSpec> visibleParts(Sender sender, CommandSpec spec) {
        if (!may(sender, spec) || isElsewhere(sender, spec)) {
            return Optional.empty();
        }
        if (spec.subcommands().isEmpty()) {
            return Optional.of(spec);
        }
        List<CommandSpec> parts = spec.subcommands().stream()
                .map(part -> visibleParts(sender, part))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(spec.withSubcommands(parts));
    }

    private boolean may(Sender sender, CommandSpec spec) {
        return spec.permission().map(node -> permissions.has(sender, node)).orElse(true);
    }

    /** Whether it is of no use where the sender speaks. */
    private static boolean isElsewhere(Sender sender, CommandSpec spec) {
        return spec.place() == CommandSpec.Place.COMMUNITY && sender.community().isEmpty();
    }

    private void admit(Sender sender, Lookup lookup) throws Complaint {
        if (!lookup.chain().stream().allMatch(spec -> may(sender, spec))) {
            throw new Complaint("command.not-allowed", lookup.spelled());
        }
        if (!lookup.isGroup()) {
            return;
        }
        List<String> parts = lookup.innermost().subcommands().stream()
                .filter(part -> visibleParts(sender, part).isPresent())
                .map(CommandSpec::name)
                .toList();
        if (parts.isEmpty()) {
            throw new Complaint("command.not-allowed", lookup.spelled());
        }
        String typed = Lookup.firstWord(lookup.rest());
        Optional<String> near = Nearest.to(typed, parts);
        if (near.isPresent()) {
            throw new Complaint("command.part-unknown-near", lookup.spelled(), OptionCheck.shown(typed), near.get());
        }
        throw new Complaint("command.part-missing", lookup.spelled(), String.join(", ", parts));
    }

    private static Map<String, Upload> claim(Parsed parsed, List<Upload> left) throws Complaint {
        List<Phrase> faults = new ArrayList<>(parsed.faults());
        Map<String, Upload> given = new LinkedHashMap<>();
        for (String option : parsed.files()) {
            if (left.isEmpty()) {
                faults.add(Phrase.of("command.fault.no-file", option));
                continue;
            }
            given.put(option, left.removeFirst());
        }
        complainOf(faults);
        return given;
    }

    private static void complainOf(List<Phrase> faults) throws Complaint {
        if (!faults.isEmpty()) {
            throw new Complaint(faults);
        }
    }

    private void run(Sender sender, Origin origin, CommandTable.Command command, Lookup lookup, Given given)
            throws CommandException {
        boolean forAdmins = lookup.chain().stream().anyMatch(spec -> spec.permission().isPresent());
        Function<Message, SendResult> reply = message ->
                replies.send(sender.account(), origin.destination(), forAdmins ? message.forAskerOnly() : message);
        Speaker speaker = new Speaker(sender, origin, command.texts());
        command.handler()
                .handle(new Call(
                        speaker,
                        lookup.path(),
                        given.values(),
                        given.attachments(),
                        given.uploads(),
                        given.clip(),
                        reply));
    }

    private record Given(
            Map<String, String> values, Map<String, Upload> attachments, List<Upload> uploads, Optional<JobId> clip) {}
}
