package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

class AdminProvidersTest {
    private final Chat chat = new Chat();

    @Test
    void theListSaysHowEachGatewayDoesAndWhatItCosts() {
        chat.as("admin").say("/admin providers list");

        assertThat(chat.field("ark"))
                .contains("✗ gets no orders until 10:00:05: AUTH")
                .contains("75 % of the last 8 calls went well; an order takes 420 ms, a question – ms")
                .contains("running 3 of 10, waiting 7")
                .contains("spent today 1.50, this month 9.00 USD")
                .contains("models: seedance, seedance-fast");
        assertThat(chat.labels()).containsExactly("Switch ark off");
    }

    @Test
    void oneGatewayIsShownWithItsFaultsAndWhyItWasPassedOver() {
        chat.as("admin").say("/admin providers show ark");

        assertThat(chat.newest().card().orElseThrow().body())
                .contains("10:00:05 AUTH the key is refused (clip j1)")
                .contains("10:00:05 unfit seedance job.fault.mode (clip j2)");
    }

    @Test
    void anOwnerSwitchesByWordAndByButton() {
        chat.as("admin").say("/admin providers off ark too dear");
        assertThat(chat.desks.switched).containsExactly("off ark too dear");
        assertThat(chat.newest().card().orElseThrow().body()).contains("✗ switched off by chat:admin: too dear");

        chat.pressLabel("Switch ark on");
        assertThat(chat.desks.switched).containsExactly("off ark too dear", "on ark");
        assertThat(chat.labels()).containsExactly("Switch ark off");
    }

    @Test
    void nobodyElseSwitchesEvenWithAButtonThatTheyFound() {
        chat.say("/admin providers off ark");
        chat.press("v1:provider-off:ark");

        assertThat(chat.desks.switched).isEmpty();
        assertThat(chat.answer()).contains("owners alone");
    }

    @Test
    void aMistypedGatewayIsSaid() {
        chat.as("admin").say("/admin providers on arc");

        assertThat(chat.answer()).contains("no gateway called “arc”");
    }

    @Test
    void aClipIsShownWithTheGatewaysThatWereTriedForIt() {
        Format format = new Format(8, Ratio.SQUARE_1_1, Resolution.P480, false);
        VideoRequest request = new VideoRequest(Prompt.plain("a kite"), Mode.TEXT, List.of(), format, Extras.none(), Optional.empty());
        chat.jobs.add(chat.sender(), request, chat.origin().destination(), JobStatus.QUEUED);
        chat.as("admin").say("/admin jobs show job1");

        assertThat(chat.platform.sent).extracting(Message::text).anySatisfy(text -> assertThat(text)
                .contains("11-21 10:00:05 · waiting · skipped kyy/seedance off")
                .contains("11-21 10:00:05 · waiting · AUTH · ark/seedance > evolink/seedance: AUTH the key is refused"));
    }
}
