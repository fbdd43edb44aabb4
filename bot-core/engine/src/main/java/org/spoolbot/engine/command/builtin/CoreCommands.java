package org.spoolbot.engine.command.builtin;

import jakarta.inject.Inject;
import org.spoolbot.api.plugin.PluginContext;
import java.time.InstantSource;

/** The commands of the virtual plugin {@code core}. */
public final class CoreCommands {
    private final HouseRules rules;
    private final MemberPreferences preferences;
    private final CommandCatalog catalog;
    private final OperatorDesks desks;
    private final ChatRules chats;
    private final PrivateChats privateChats;
    private final InstantSource clock;

    /** With what the commands need besides a plugin's context. */
    @Inject
    public CoreCommands(
            HouseRules rules,
            MemberPreferences preferences,
            CommandCatalog catalog,
            OperatorDesks desks,
            ChatRules chats,
            PrivateChats privateChats,
            InstantSource clock) {
        this.rules = rules;
        this.preferences = preferences;
        this.catalog = catalog;
        this.desks = desks;
        this.chats = chats;
        this.privateChats = privateChats;
        this.clock = clock;
    }

    /** Registers all commands, buttons and the draft's conversation with that plugin. Called once. */
    public void register(PluginContext core) {
        DraftDesk drafts = new DraftDesk(core, rules, chats, clock);
        new CardActions(core, drafts).register();
        Usual usual = new Usual(preferences, chats);
        new VideoCommand(core, rules, usual, drafts, privateChats).register();
        new QueueCommand(core).register();
        new CancelCommand(core).register();
        new HistoryCommand(core, rules).register();
        new ShowCommand(core, rules).register();
        RetryCommand remixing = new RetryCommand(core, drafts);
        remixing.register();
        new MessageActions(core, usual, drafts, remixing).register();
        new ExtendCommand(core, drafts).register();
        new DeleteButton(core).register();
        new RepairCommand(core, drafts).register();
        new QuotaCommand(core, rules).register();
        new ModelsCommand(core, rules).register();
        new SettingsCommand(core, preferences, chats).register();
        new HelpCommand(core, catalog).register();
        new AdminCommand(core, rules, desks, chats).register();
        new PluginsCommand(core).register();
    }
}
