package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.CommandSpec.Questions;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.conversation.ConversationContext;
import org.spoolbot.api.conversation.ConversationHandler;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /video}: from words and files to a card, and the conversation about what is missing. */
final class VideoCommand implements ConversationHandler {
    private static final int FILE_OPTIONS = 4;
    private static final Pattern MODEL = Pattern.compile("--model\\s+(\\S+)\\s");
    private static final int LONGEST = 3_600;
    private static final int LONGEST_MODEL = 100;
    private static final Questions QUESTIONS = new Questions(List.of("prompt", "duration", "ratio", "resolution"), PromptForms.MOST_FILES);

    private final PluginContext server;
    private final HouseRules rules;
    private final Usual usual;
    private final DraftDesk drafts;
    private final PrivateChats privateChats;
    private final IntakeDesk intake;
    private final Redraft redraft;

    VideoCommand(PluginContext server, HouseRules rules, Usual usual, DraftDesk drafts, PrivateChats privateChats) {
        this.server = server;
        this.rules = rules;
        this.usual = usual;
        this.drafts = drafts;
        this.privateChats = privateChats;
        this.intake = new IntakeDesk(server.media());
        this.redraft = new Redraft(server);
    }

    void register() {
        server.commands().register(CommandSpec.of("video", "command.video", options()).asking(QUESTIONS), this::handle);
        server.conversations().register(DraftDesk.KIND, this);
        offer("duration", studio -> studio.lengths().stream().map(String::valueOf).toList());
        offer("ratio", studio -> studio.ratios().stream().map(Ratio::label).toList());
        offer("resolution", studio -> studio.resolutions().stream().map(Resolution::label).toList());
        offer("audio", studio -> studio.canBeSilent() ? List.of("on", "off") : List.of("on"));
        offer("model", Studio::models);
    }

    /** While it is typed, only what the model makes that the line names, or any. */
    private void offer(String option, Function<Studio, List<String>> values) {
        server.commands().onComplete("video", option, line -> {
            Matcher model = MODEL.matcher(line);
            Optional<String> named = model.find() ? Optional.of(model.group(1)) : Optional.empty();
            return values.apply(Studio.of(server.providers().providers(), named));
        });
    }

    private static List<OptionSpec> options() {
        Stream<OptionSpec> settings = Stream.of(
                named("prompt", Type.TEXT).as(Presence.REST).between(1, PromptForms.LONGEST),
                named("duration", Type.INTEGER).between(1, LONGEST),
                named("ratio", Type.TEXT).choosing(Stream.of(Ratio.values()).map(Ratio::label).toList()),
                named("resolution", Type.TEXT).choosing(Stream.of(Resolution.values()).map(Resolution::label).toList()),
                named("audio", Type.FLAG),
                named("seed", Type.INTEGER).between(0, Integer.MAX_VALUE),
                named("model", Type.TEXT).between(1, LONGEST_MODEL),
                named("first", Type.ATTACHMENT),
                named("last", Type.ATTACHMENT),
                named("now", Type.FLAG),
                named("private", Type.FLAG));
        return Stream.concat(settings, fileOptions().map(name -> named(name, Type.ATTACHMENT))).toList();
    }

    private static OptionSpec named(String name, Type type) {
        return OptionSpec.named(name, "command.video.option." + name, type);
    }

    private static Stream<String> fileOptions() {
        return Stream.of("image", "video", "audio")
                .flatMap(kind -> IntStream.rangeClosed(1, kind.equals("image") ? FILE_OPTIONS : 1).mapToObj(n -> kind + n));
    }

    private void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        if (drafts.wasOrdered(turn)) {
            return;
        }
        drafts.admit(turn);
        List<IntakeDesk.Handed> uploads = handed(context);
        Optional<Conversation> open = bare(context, uploads) ? drafts.current(turn) : Optional.empty();
        if (open.isPresent()) {
            drafts.show(turn, open.get(), DraftCodec.read(open.get().state()), List.of());
            return;
        }
        Map<String, String> wishes = usual.of(turn.sender());
        List<Phrase> notes = new ArrayList<>();
        Draft asked = asked(context, base(context, wishes, notes));
        int room = Studio.MAX_FILES - asked.files().size();
        IntakeDesk.Taken taken = intake.take(turn.sender().member(), uploads, room);
        notes.addAll(taken.faults());
        boolean allTaken = notes.isEmpty();
        Draft draft = drafts.settled(asked.adding(taken.files()), typed(context), notes);
        if (wantsNow(context, wishes) && allTaken && drafts.orderAtOnce(turn, draft, notes)) {
            return;
        }
        drafts.open(turn, draft, notes);
    }

    private static boolean bare(CommandContext context, List<IntakeDesk.Handed> uploads) {
        return context.repliedTo().isEmpty()
                && uploads.isEmpty() && options().stream().allMatch(option -> context.option(option.name()).isEmpty());
    }

    private boolean wantsNow(CommandContext context, Map<String, String> wishes) {
        String usual = rules.confirmAlways() ? "card" : "now";
        boolean begins = context.repliedTo().isEmpty();
        return context.flag("now").orElseGet(() -> begins && wishes.getOrDefault("confirm", usual).equals("now"));
    }

    /** What was typed is not moved: if it cannot be made, the card says so. */
    private static Set<Settling.Part> typed(CommandContext context) {
        Map<String, Settling.Part> parts = Map.of(
                "duration", Settling.Part.LENGTH,
                "ratio", Settling.Part.RATIO,
                "resolution", Settling.Part.RESOLUTION,
                "audio", Settling.Part.SOUND,
                "seed", Settling.Part.SEED);
        return parts.entrySet().stream()
                .filter(part -> context.option(part.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** What stands where nothing is typed: the clip that the command answers, else what the member usually wants. */
    private Draft base(CommandContext context, Map<String, String> wishes, List<Phrase> notes) throws CommandException {
        Destination place = destination(context);
        return context.repliedTo()
                .flatMap(clip -> server.jobs().find(clip, context.sender()))
                .map(clip -> redraft.of(clip.request(), place, notes))
                .orElseGet(() -> new Draft(
                        "", List.of(), Draft.Use.AUTO, Defaults.format(wishes), OptionalLong.empty(), Optional.empty(), place));
    }

    private static Draft asked(CommandContext context, Draft base) {
        Format usual = base.format();
        Format format = new Format(
                context.number("duration").orElse(usual.seconds()),
                context.option("ratio").flatMap(Ratio::of).orElse(usual.ratio()),
                context.option("resolution").flatMap(Resolution::of).orElse(usual.resolution()),
                context.flag("audio").orElse(usual.audio()));
        OptionalLong seed = context.number("seed").stream().asLongStream().findFirst();
        return new Draft(
                context.option("prompt").orElse(base.prompt()),
                base.files(),
                base.use(),
                format,
                seed.isPresent() ? seed : base.seed(),
                context.option("model").or(base::model),
                base.destination());
    }

    /** Asked for before anything is fetched or paid. */
    private Destination destination(CommandContext context) throws CommandException {
        Destination here = context.origin().destination();
        if (here.isPrivate() || !context.flag("private").orElse(false)) {
            return here;
        }
        return privateChats.of(context.sender().account()).orElseThrow(() -> new CommandException("community.private.impossible"));
    }

    private static List<IntakeDesk.Handed> handed(CommandContext context) {
        List<IntakeDesk.Handed> all = new ArrayList<>();
        context.attachment("first").ifPresent(file -> all.add(new IntakeDesk.Handed(file, Optional.of(Role.FIRST_FRAME))));
        context.attachment("last").ifPresent(file -> all.add(new IntakeDesk.Handed(file, Optional.of(Role.LAST_FRAME))));
        List<Upload> plain = new ArrayList<>();
        fileOptions().forEach(name -> context.attachment(name).ifPresent(plain::add));
        plain.addAll(context.uploads());
        all.addAll(IntakeDesk.Handed.plain(plain));
        return all;
    }

    @Override
    public void onInput(ConversationContext context) throws CommandException {
        Turn turn = Turn.of(context);
        Conversation conversation = context.conversation();
        Draft draft = DraftCodec.read(conversation.state());
        boolean chatter = !context.isAddressed() && !draft.prompt().isEmpty();
        if (context.uploads().isEmpty() && (chatter || context.input().isEmpty())) {
            return;
        }
        Optional<String> words = Optional.of(context.input()).filter(input -> !input.isEmpty() && !chatter);
        drafts.fill(turn, conversation, words, context.uploads());
    }

    @Override
    public void onExpired(ConversationContext context) {
        Turn.of(context).show(Message.of(context.text("command.draft.expired")));
    }
}
