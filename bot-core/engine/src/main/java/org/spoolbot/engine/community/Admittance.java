package org.spoolbot.engine.community;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;
import org.spoolbot.engine.command.builtin.ChatRules.Verdict;

/** Decides who may ask for clips where. Pure. A refusal says where, or who, may. */
final class Admittance {
    private static final int MOST_NAMED = 10;

    private Admittance() {}

    /**
     * Why not; empty if it is allowed.
     *
     * @param names what people there call the channel or role of an id
     * @param exempt whether the list of roles is not for that person; channels are kept free for the others, whoever asks
     */
    static Optional<Phrase> refusal(
            CommunitySettings settings, Destination place, Set<String> roles, boolean exempt, UnaryOperator<String> names) {
        Optional<Phrase> channel = channel(settings.verdicts(Listing.CHANNELS), place, names);
        return channel.isPresent() || exempt ? channel : role(settings.verdicts(Listing.ROLES), roles, names);
    }

    /** What is said of a thread counts before what is said of its channel. */
    private static Optional<Phrase> channel(Map<String, Verdict> verdicts, Destination place, UnaryOperator<String> names) {
        Optional<Verdict> verdict = place.thread()
                .map(verdicts::get)
                .or(() -> Optional.ofNullable(verdicts.get(place.channel())));
        List<String> allowed = allowed(verdicts);
        if (verdict.map(one -> one == Verdict.ALLOW).orElse(allowed.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(allowed.isEmpty()
                ? Phrase.of("community.refused.channel")
                : Phrase.of("community.refused.channel-elsewhere", named(allowed, names)));
    }

    /** One role that is shut out outweighs all that are let in. */
    private static Optional<Phrase> role(Map<String, Verdict> verdicts, Set<String> roles, UnaryOperator<String> names) {
        if (roles.stream().anyMatch(role -> verdicts.get(role) == Verdict.DENY)) {
            return Optional.of(Phrase.of("community.refused.role"));
        }
        List<String> allowed = allowed(verdicts);
        return allowed.isEmpty() || roles.stream().anyMatch(allowed::contains)
                ? Optional.empty()
                : Optional.of(Phrase.of("community.refused.role-others", named(allowed, names)));
    }

    private static List<String> allowed(Map<String, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() == Verdict.ALLOW)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String named(List<String> ids, UnaryOperator<String> names) {
        Stream<String> first = ids.stream().limit(MOST_NAMED).map(names);
        return Stream.concat(first, ids.size() > MOST_NAMED ? Stream.of("…") : Stream.empty()).collect(Collectors.joining(", "));
    }
}
