package org.spoolbot.discord.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

class PublishedDescriptionTest {
    @Test
    void itFindsWhatDiscordWouldRefuse() {
        assumeTrue(PublishedDescription.isThere(), "Discord's description is not there: see spoolbot.specs");

        assertThat(PublishedDescription.faults("MessageCreateRequest", DataObject.empty().put("content", "x".repeat(4_001)))).isNotEmpty();
        assertThat(PublishedDescription.faults("MessageCreateRequest", DataObject.empty().put("embeds", "none"))).isNotEmpty();
        assertThat(PublishedDescription.faults("ApplicationCommandUpdateRequest", DataObject.empty())).isNotEmpty();
        assertThat(PublishedDescription.faults("ModalInteractionCallbackRequestData", DataObject.empty())).isNotEmpty();
    }
}
