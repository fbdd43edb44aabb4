package org.spoolbot.engine.community;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.community.CommunityBook.Change;
import org.spoolbot.engine.community.CommunityBooks.Row;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.platform.PlatformDirectory;

/** The rules of communities, for commands and orders. */
final class CommunityDesk implements ChatRules {
    /** What one list holds at most. */
    static final int MOST_LISTED = 50;

    private static final Logger LOG = LoggerFactory.getLogger(CommunityDesk.class);

    private final CommunityBook book;
    private final Permissions permissions;
    private final MemberBooks members;
    private final PlatformDirectory platforms;
    private final InstantSource clock;

    @Inject
    CommunityDesk(
            CommunityBook book, Permissions permissions, MemberBooks members, PlatformDirectory platforms, InstantSource clock) {
        this.book = book;
        this.permissions = permissions;
        this.members = members;
        this.platforms = platforms;
        this.clock = clock;
    }

    @Override
    public Optional<Phrase> refusal(Sender sender, Origin origin) {
        Destination place = origin.destination();
        boolean exempt = permissions.has(sender, NODE);
        return place.community()
                .flatMap(here -> Admittance.refusal(book.of(here), place, origin.roles(), exempt, id -> name(here, id)));
    }

    @Override
    public Map<String, String> usual(Optional<Community> community) {
        return community.map(book::of).map(CommunitySettings::choices).orElse(Map.of());
    }

    @Override
    public List<Setting> all(Community community) {
        return book.of(community).rows().stream()
                .map(this::setting)
                .toList();
    }

    private Setting setting(Row row) {
        String item = row.item().isEmpty() ? "" : name(row.community(), row.item());
        return new Setting(row.name(), item, row.value(), members.name(row.by()).orElse("?"), row.at());
    }

    private String name(Community community, String id) {
        try {
            return platforms.find(community.platform()).flatMap(platform -> platform.nameOf(community, id)).orElse(id);
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Platform {} broke while it was asked for a name", community.platform(), broken);
            return id;
        }
    }

    @Override
    public boolean choose(Community community, Map<String, String> values, Sender by) {
        boolean chosen = book.change(community, before -> {
            List<Row> rows = new ArrayList<>();
            values.forEach((name, value) -> rows.add(row(community, name, "", value, by)));
            return new Change(rows, List.of());
        });
        LOG.info("Community {}: {} set by {}: {}", community, values, by.member(), chosen ? "done" : "full");
        return chosen;
    }

    @Override
    public boolean put(Community community, Listing listing, String item, Verdict verdict, Sender by) {
        boolean put = book.change(community, before -> {
            List<Row> items = before.items(listing);
            boolean known = items.stream().anyMatch(row -> row.item().equals(item));
            if (!known && items.size() >= MOST_LISTED) {
                return Change.NONE;
            }
            Row row = row(community, CommunitySettings.name(listing), item, CommunitySettings.name(verdict), by);
            return new Change(List.of(row, lastChange(community, listing, by)), List.of());
        });
        LOG.info("Community {}: {} {} {} by {}: {}", community, listing, verdict, item, by.member(), put ? "done" : "full");
        return put;
    }

    @Override
    public boolean clear(Community community, Listing listing, Optional<String> item, Sender by) {
        boolean cleared = book.change(community, before -> {
            List<Row> gone = before.items(listing).stream()
                    .filter(row -> item.isEmpty() || row.item().equals(item.get()))
                    .toList();
            return gone.isEmpty() ? Change.NONE : new Change(List.of(lastChange(community, listing, by)), gone);
        });
        LOG.info("Community {}: {} cleared of {} by {}: {}", community, listing, item.orElse("all"), by.member(), cleared);
        return cleared;
    }

    /** Who emptied a list is known too. */
    private Row lastChange(Community community, Listing listing, Sender by) {
        return row(community, CommunitySettings.name(listing), "", "", by);
    }

    private Row row(Community community, String name, String item, String value, Sender by) {
        return new Row(community, name, item, value, by.member(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
