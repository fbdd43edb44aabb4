package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox.MenuEntry;
import org.spoolbot.api.platform.ChatInbox.MessageAction;
import org.spoolbot.api.platform.Origin;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What platforms show before anybody says anything: commands, things to do with a message, forms. */
final class Menus {
    /** What a description key is followed by for the name that goes with it. */
    static final String NAME = ".name";
    private static final Pattern ACCEPTED = Pattern.compile("[-_\\p{L}\\p{N}]{1,32}");
    private static final String NOBODY = "nobody";

    private final CommandTable table;
    private final CommandDesk commands;
    private final SenderResolver senders;
    private final Translator texts;
    private final InstantSource clock;

    @Inject
    Menus(CommandTable table, CommandDesk commands, SenderResolver senders, Translator texts, InstantSource clock) {
        this.table = table;
        this.commands = commands;
        this.senders = senders;
        this.texts = texts;
        this.clock = clock;
    }

    List<MenuEntry> commands() {
        return table.all().stream()
                .map(CommandTable.Command::spec)
                .map(spec -> new MenuEntry(spec, lowest(spec)))
                .toList();
    }

    private Optional<Standing> lowest(CommandSpec spec) {
        return Stream.of(Standing.values())
                .filter(standing -> commands.visible(anybody(standing)).stream()
                        .anyMatch(visible -> visible.name().equals(spec.name())))
                .findFirst();
    }

    private Sender anybody(Standing standing) {
        Destination place = new Destination(
                NOBODY, Optional.of(new Community(NOBODY, NOBODY)), NOBODY, Optional.empty(), Optional.empty());
        return senders.recalled(new Origin(
                new Account(NOBODY, NOBODY), "", Optional.empty(), place, standing, Set.of(), clock.instant()));
    }

    List<MessageAction> messageActions() {
        return table.messageActions().stream().map(CommandTable.MessageEntry::action).toList();
    }

    boolean offersValues(String command, String option) {
        return table.hasValues(command, option);
    }

    Optional<Control.Form> form(Origin origin, String actionId) {
        ActionId id = ActionId.of(actionId);
        return id.name().flatMap(table::form).flatMap(entry -> {
            Speaker speaker = new Speaker(senders.known(origin), origin, entry.texts());
            return entry.source().form(new FormWish(speaker, id.arguments()));
        });
    }

    Optional<String> localName(Locale language, String descriptionKey) {
        String key = descriptionKey + NAME;
        return bundles()
                .flatMap(bundle -> bundle.find(language, key).stream())
                .filter(name -> isAccepted(name, language))
                .findFirst();
    }

    /** One name that a platform refuses takes all commands from its menu. */
    private static boolean isAccepted(String name, Locale language) {
        return ACCEPTED.matcher(name).matches() && name.equals(name.toLowerCase(language));
    }

    /** The text of a description in the bundle of the plugin that has it. */
    String describe(Locale language, String key) {
        return bundles()
                .filter(bundle -> bundle.find(Locale.ENGLISH, key).isPresent())
                .findFirst()
                .orElse(texts)
                .text(language, key);
    }

    /** The server's own first: its descriptions are most of them. */
    private Stream<Translator> bundles() {
        Stream<Translator> plugins = Stream.concat(
                table.all().stream().map(CommandTable.Command::texts),
                table.messageActions().stream().map(CommandTable.MessageEntry::texts));
        return Stream.concat(Stream.of(texts), plugins.distinct());
    }
}
