package org.spoolbot.engine.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;
import org.spoolbot.engine.command.builtin.ChatRules.Verdict;
import org.spoolbot.engine.community.CommunityBooks.Row;

/** Four channels, four roles, each allowed, denied or not on the list: what an admin wrote holds, and nothing else. */
class AdmittancePropertyTest {
    private static final Community TOWN = new Community("discord", "town");

    private static CommunitySettings settings(Map<Integer, Verdict> channels, Map<Integer, Verdict> roles) {
        List<Row> rows = new ArrayList<>();
        channels.forEach((id, verdict) -> rows.add(row(Listing.CHANNELS, "c" + id, verdict)));
        roles.forEach((id, verdict) -> rows.add(row(Listing.ROLES, "r" + id, verdict)));
        return new CommunitySettings(rows);
    }

    private static Row row(Listing listing, String item, Verdict verdict) {
        return new Row(
                TOWN, CommunitySettings.name(listing), item, CommunitySettings.name(verdict), new MemberId("m1"), Instant.EPOCH);
    }

    private static Destination in(int channel, Optional<String> thread) {
        return new Destination("discord", Optional.of(TOWN), "c" + channel, thread, Optional.empty());
    }

    @Property(tries = 300)
    void aChannelIsOpenJustAsTheListSaysWhoeverAsks(
            @ForAll @Size(max = 4) Map<@IntRange(max = 3) Integer, Verdict> channels,
            @ForAll @IntRange(max = 3) int here,
            @ForAll boolean exempt) {
        boolean open = channels.containsValue(Verdict.ALLOW)
                ? channels.get(here) == Verdict.ALLOW
                : channels.get(here) != Verdict.DENY;

        Optional<Phrase> refusal = Admittance.refusal(settings(channels, Map.of()), in(here, Optional.empty()), Set.of(), exempt, id -> "#" + id);

        assertThat(refusal.isEmpty()).isEqualTo(open);
    }

    @Property(tries = 300)
    void aRoleCountsJustAsTheListSaysButNotForAdmins(
            @ForAll @Size(max = 4) Map<@IntRange(max = 3) Integer, Verdict> roles,
            @ForAll @Size(max = 4) Set<@IntRange(max = 3) Integer> own,
            @ForAll boolean exempt) {
        Set<String> held = new HashSet<>();
        own.forEach(role -> held.add("r" + role));
        boolean denied = own.stream().anyMatch(role -> roles.get(role) == Verdict.DENY);
        boolean let = !roles.containsValue(Verdict.ALLOW) || own.stream().anyMatch(role -> roles.get(role) == Verdict.ALLOW);

        Optional<Phrase> refusal = Admittance.refusal(settings(Map.of(), roles), in(0, Optional.empty()), held, exempt, id -> "#" + id);

        assertThat(refusal.isEmpty()).isEqualTo(exempt || !denied && let);
    }

    @Property(tries = 100)
    void whatIsSaidOfAThreadCountsBeforeWhatIsSaidOfItsChannel(@ForAll Verdict ofThread, @ForAll Verdict ofChannel) {
        CommunitySettings settings = settings(Map.of(0, ofChannel, 1, ofThread), Map.of());

        assertThat(Admittance.refusal(settings, in(0, Optional.of("c1")), Set.of(), false, id -> "#" + id).isEmpty())
                .isEqualTo(ofThread == Verdict.ALLOW);
        assertThat(Admittance.refusal(settings, in(0, Optional.of("other")), Set.of(), false, id -> "#" + id).isEmpty())
                .isEqualTo(ofChannel == Verdict.ALLOW);
    }

    @Property(tries = 100)
    void aRefusalNamesEveryPlaceWhereItIsAllowed(@ForAll @Size(min = 1, max = 3) Set<@IntRange(min = 1, max = 3) Integer> open) {
        Map<Integer, Verdict> channels = new java.util.HashMap<>();
        open.forEach(id -> channels.put(id, Verdict.ALLOW));

        Phrase refusal = Admittance.refusal(settings(channels, Map.of()), in(0, Optional.empty()), Set.of(), true, id -> "#" + id).orElseThrow();

        open.forEach(id -> assertThat(refusal.arguments().getFirst().toString()).contains("#c" + id));
    }
}
