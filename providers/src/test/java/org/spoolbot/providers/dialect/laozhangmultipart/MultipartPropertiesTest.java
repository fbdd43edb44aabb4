package org.spoolbot.providers.dialect.laozhangmultipart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.providers.dialect.AnyOrder;
import org.spoolbot.providers.http.FormPart;

class MultipartPropertiesTest {
    private static final Set<String> DOCUMENTED =
            Set.of("model", "prompt", "duration", "aspect_ratio", "files", "first_frame_image", "last_frame_image");

    private static GenerationOrder order(AnyOrder any) {
        return any.of(MultipartModels.all().getFirst());
    }

    @Property(tries = 300)
    void no_field_outside_the_document_is_ever_sent(@ForAll(supplier = AnyOrder.Supply.class) AnyOrder any) {
        List<FormPart> parts = MultipartRequests.create(order(any));
        assertThat(parts).extracting(FormPart::name).isSubsetOf(DOCUMENTED);
        assertThat(parts.stream().filter(part -> !part.name().equals("files")).map(FormPart::name)).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void every_file_goes_out_once_in_the_members_order(@ForAll(supplier = AnyOrder.Supply.class) AnyOrder any) {
        GenerationOrder order = order(any);
        assertThat(MultipartRequests.create(order).stream().filter(FormPart.File.class::isInstance).map(part -> ((FormPart.File) part).path()))
                .containsExactlyElementsOf(order.sources().stream().map(source -> source.file().path()).toList());
    }

    @Property(tries = 300)
    void no_name_that_a_member_gave_is_sent(@ForAll(supplier = AnyOrder.Supply.class) AnyOrder any) {
        assertThat(MultipartRequests.create(order(any)).stream().filter(FormPart.File.class::isInstance).map(part -> ((FormPart.File) part).fileName()))
                .allMatch(name -> name.matches("(image|video|audio)\\d{1,2}\\.[a-z0-9]{3,4}"));
    }

    @Property(tries = 300)
    void sound_is_never_handed_in(@ForAll(supplier = AnyOrder.Supply.class) AnyOrder any) {
        GenerationOrder order = order(any);
        boolean sounds = order.request().references().stream().anyMatch(file -> file.kind() == org.spoolbot.api.media.MediaKind.AUDIO);
        // The files of these orders do not exist, so none of them may pass; those without files have nothing against them.
        assertThat(MultipartFiles.fault(order).map(SubmitOutcome.Refused::kind).isPresent()).isEqualTo(sounds || !order.sources().isEmpty());
    }
}
