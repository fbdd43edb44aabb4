package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.platform.ChatInbox.Reception;
import org.spoolbot.api.platform.Inbound;

class FullInboxTest {
    private final Chat chat = new Chat();

    @Test
    void aMemberWhoFloodsTheChatIsToldBusyAndTheFilesAreLetGo() {
        chat.pauseWork();
        FakeUpload upload = FakeUpload.png("cat.png");
        Inbound.TextInput input = new Inbound.TextInput(chat.origin(), "m", "/video kite", List.of(upload));
        int taken = 0;
        while (taken < 1_000 && chat.inbox.accept(input) == Reception.ACCEPTED) {
            taken++;
        }
        assertThat(taken).isBetween(1, 999);
        assertThat(upload.discards()).hasValue(1);
        chat.as("2");
        assertThat(chat.inbox.accept(new Inbound.TextInput(chat.origin(), "m", "/queue", List.of())))
                .isEqualTo(Reception.ACCEPTED);
    }

    @Test
    void filesThatNobodyAskedForAreLetGo() {
        FakeUpload inGroup = FakeUpload.png("a.png");
        FakeUpload unknown = FakeUpload.png("b.png");
        FakeUpload mistaken = FakeUpload.png("c.png");
        chat.say("/nothing", unknown).say("/video --raito 1", mistaken).inGroup().say("look!", inGroup);
        assertThat(List.of(inGroup, unknown, mistaken)).allSatisfy(file -> assertThat(file.discards()).hasValue(1));
    }
}
