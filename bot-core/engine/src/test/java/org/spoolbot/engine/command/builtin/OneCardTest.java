package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spoolbot.api.message.MessageRef;

/** A chat is not filled with cards that do not hold any more. */
class OneCardTest {
    private final Chat chat = new Chat().inPrivate();

    private static MessageRef sent(int number) {
        return new MessageRef("chat", "room", "b" + number);
    }

    @Test
    void ofADraftThatChangesOnlyTheNewestCardStays() {
        chat.say("/video a kite");
        chat.say("a red kite").say("a red kite over the sea");

        assertThat(chat.platform.sent).hasSize(3);
        assertThat(chat.platform.deleted).containsExactly(sent(1), sent(2));
    }

    @Test
    void aCardThatIsChangedByItsOwnButtonsStays() {
        chat.say("/video a kite").select("Length", "10").pressLabel("Cheaper");

        assertThat(chat.platform.deleted).isEmpty();
    }

    @Test
    void whatWasSaidOfAnotherClipStays() {
        chat.say("/video a kite").say("/video a boat");

        assertThat(chat.platform.deleted).isEmpty();
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a boat");
    }

    @Test
    void whatACardBecameWhenItsClipWasOrderedStays() {
        chat.say("/video a kite").pressLabel("Generate");
        chat.say("/video a boat");

        assertThat(chat.platform.deleted).isEmpty();
    }

    @Test
    void aCardThatItsMemberAloneSeesIsLeftToThem() {
        chat.platform.whispered.add(sent(1));
        chat.say("/video a kite").say("a red kite");

        assertThat(chat.platform.deleted).isEmpty();
    }

    @Test
    void cardsOfOthersAndOfOtherChatsStay() {
        chat.say("/video a kite");
        chat.as("2").say("/video a boat");
        chat.as("1").inChannel("elsewhere").say("/video a cloud");

        assertThat(chat.platform.deleted).isEmpty();
    }
}
