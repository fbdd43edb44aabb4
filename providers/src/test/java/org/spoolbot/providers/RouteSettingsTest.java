package org.spoolbot.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.video.Mode;

class RouteSettingsTest {
    @Test
    void a_kind_of_request_goes_its_own_way_and_all_others_the_default() {
        RouteSettings references =
                new RouteSettings(Optional.of(List.of("apiyi/seedance", "evolink")), Optional.of(RouteSettings.Preference.PRICE));
        Routes routes = RouteSettings.routes(Map.of("reference", references));
        assertThat(routes.of(Mode.REFERENCE).stops())
                .containsExactly(new Routes.Stop("apiyi", Optional.of("seedance")), new Routes.Stop("evolink", Optional.empty()));
        assertThat(routes.of(Mode.REFERENCE).preference()).isEqualTo(Routes.Preference.PRICE);
        assertThat(routes.of(Mode.TEXT)).isEqualTo(Routes.DEFAULT.otherwise());
    }

    @Test
    void the_default_way_holds_for_every_kind_that_is_not_named() {
        RouteSettings fast = new RouteSettings(Optional.empty(), Optional.of(RouteSettings.Preference.SPEED));
        Routes routes = RouteSettings.routes(Map.of("default", fast));
        assertThat(routes.of(Mode.FIRST_LAST_FRAME).preference()).isEqualTo(Routes.Preference.SPEED);
    }

    @Test
    void a_mistyped_kind_is_told_with_those_that_there_are() {
        RouteSettings any = new RouteSettings(Optional.empty(), Optional.empty());
        assertThat(RouteSettings.faults(Map.of("first-frames", any))).singleElement().asString().contains("first-last-frame");
    }

    @Test
    void a_stop_that_is_no_id_is_refused() {
        assertThatThrownBy(() -> new RouteSettings(Optional.of(List.of("Evo Link")), Optional.empty()))
                .hasMessageContaining("id/model");
    }
}
