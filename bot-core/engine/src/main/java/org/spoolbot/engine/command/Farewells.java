package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.conversation.ConversationContext;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.conversation.ConversationBooks;
import org.spoolbot.engine.conversation.ConversationTable;
import org.spoolbot.engine.conversation.ExpirySweeper;
import org.spoolbot.engine.identity.Languages;
import org.spoolbot.engine.identity.MemberBooks;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last word of a conversation: nobody spoke, so the speaker has no rights, only a language. */
final class Farewells implements ExpirySweeper.FarewellDesk {
    private final MemberBooks members;
    private final ReplyDesk replies;
    private final InstantSource clock;
    private final Locale serverLanguage;

    @Inject
    Farewells(MemberBooks members, ReplyDesk replies, InstantSource clock, ServerSettings settings) {
        this.members = members;
        this.replies = replies;
        this.clock = clock;
        this.serverLanguage = settings.region().language();
    }

    @Override
    public ConversationContext contextOf(ConversationBooks.Expired expired, ConversationTable.Entry entry) {
        Destination destination = expired.destination();
        Account account = new Account(destination.platform(), expired.member().value());
        Map<String, String> preferences = members.preferences(expired.member());
        Locale language = Languages.chosen(preferences)
                .or(() -> Languages.heard(preferences, destination.platform()))
                .orElse(serverLanguage);
        Sender sender = new Sender(expired.member(), account, "", language, destination.community(), List.of("member"));
        Origin origin =
                new Origin(account, "", Optional.empty(), destination, Standing.MEMBER, Set.of(), clock.instant());
        return new Talk(new Speaker(sender, origin, entry.texts()), expired.conversation(), "", false, List.of(), replies);
    }
}
