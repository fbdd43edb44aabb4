package org.spoolbot.engine.command;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.engine.command.builtin.CommandCatalog;
import org.spoolbot.engine.command.builtin.CoreCommands;
import org.spoolbot.engine.command.builtin.HouseRules;
import org.spoolbot.engine.command.builtin.MemberPreferences;
import org.spoolbot.engine.command.builtin.OperatorDesks;
import org.spoolbot.engine.command.builtin.PrivateChats;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.conversation.ConversationDirectory;
import org.spoolbot.engine.conversation.ConversationTable;
import org.spoolbot.engine.conversation.ExpirySweeper;
import org.spoolbot.engine.conversation.ShownMessages;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.prompt.TagReader;
import java.util.List;
import java.util.Map;

/** Binds commands, conversations and prompts. */
public final class CommandModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(CommandTable.class).in(Singleton.class);
        bind(CommandDirectory.class).to(CommandTable.class);
        bind(ShownMessages.class).in(Singleton.class);
        bind(ConversationTable.class).in(Singleton.class);
        bind(ConversationDirectory.class).to(ConversationTable.class);
        bind(Dispatcher.class).in(Singleton.class);
        bind(ChatInbox.class).to(Dispatcher.class);
        bind(InputDesk.class).in(Singleton.class);
        bind(CommandDesk.class).in(Singleton.class);
        bind(ClipReplies.class).in(Singleton.class);
        bind(Completion.class).in(Singleton.class);
        bind(RecentJobs.class).in(Singleton.class);
        bind(Menus.class).in(Singleton.class);
        bind(SenderResolver.class).in(Singleton.class);
        bind(ReplyDesk.class).in(Singleton.class);
        bind(Answers.class).in(Singleton.class);
        bind(LateNotice.class).in(Singleton.class);
        bind(Watchdog.class).in(Singleton.class);
        bind(Farewells.class).in(Singleton.class);
        bind(ExpirySweeper.FarewellDesk.class).to(Farewells.class);
        bind(ExpirySweeper.class).in(Singleton.class);
        bind(CommandWork.class).in(Singleton.class);
        bind(OperatorDesks.class).in(Singleton.class);
        bind(CoreCommands.class).in(Singleton.class);
        bind(PromptReader.class).toInstance(new TagReader());
    }

    @Provides
    @Singleton
    HouseRules houseRules(ServerSettings settings) {
        ServerSettings.Money money = settings.money();
        return new HouseRules(
                money.currency(),
                Money.of(money.immediateUpTo()),
                money.confirmAlways(),
                settings.jobs().draftLifetime(),
                settings.jobs().lateRequest(),
                settings.region().timeZone());
    }

    @Provides
    @Singleton
    MemberPreferences memberPreferences(MemberBooks members) {
        return new MemberPreferences() {
            @Override
            public Map<String, String> of(MemberId member) {
                return members.preferences(member);
            }

            @Override
            public void set(MemberId member, String key, String value) {
                members.prefer(member, key, value);
            }
        };
    }

    @Provides
    @Singleton
    PrivateChats privateChats(PlatformDirectory platforms) {
        return account -> platforms.find(account.platform()).flatMap(platform -> platform.privateChat(account));
    }

    @Provides
    @Singleton
    CommandCatalog commandCatalog(CommandDesk commands, Menus menus) {
        return new CommandCatalog() {
            @Override
            public List<CommandSpec> visibleTo(Sender sender) {
                return commands.visible(sender);
            }

            @Override
            public String describe(Sender sender, String key) {
                return menus.describe(sender.language(), key);
            }
        };
    }
}
