package org.spoolbot.telegram.fake;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints what members see of the bot, as it changes. */
public final class Screen {
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(1);

    private final World world;
    private final PrintStream out;
    private final Map<Posted, String> shown = new HashMap<>();

    public Screen(World world, PrintStream out) {
        this.world = world;
        this.out = out;
    }

    public void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    /** Prints changes until the server closes. */
    public void watch() {
        while (!world.scene().isClosed()) {
            List<String> lines = new ArrayList<>();
            world.scene().await(LOOKS_AGAIN, () -> {
                lines.addAll(changes());
                return !lines.isEmpty();
            });
            lines.forEach(this::line);
        }
    }

    private List<String> changes() {
        List<String> lines = new ArrayList<>();
        for (Chat chat : world.chats()) {
            for (Posted message : chat.everything()) {
                String now = picture(message);
                String before = shown.put(message, now);
                if (message.isFromBot() && !now.equals(before)) {
                    lines.add(chat.title() + (before == null ? "" : message.isDeleted() ? " (gone)" : " (changed)") + now);
                }
            }
        }
        return lines;
    }

    private String picture(Posted message) {
        StringBuilder picture = new StringBuilder(" #" + message.id());
        message.repliesTo().ifPresent(target -> picture.append(" to #").append(target));
        message.fileId().flatMap(world::file).ifPresent(file -> picture.append(" [").append(message.kind().orElseThrow().field())
                .append(", ").append(file.size()).append(" bytes, ").append(file.path()).append(']'));
        picture.append(": ").append(message.text().replace("\n", "\n    "));
        if (message.isDeleted()) {
            return " #" + message.id();
        }
        for (List<Posted.Button> row : message.keyboard()) {
            picture.append("\n   ");
            row.forEach(button -> picture.append(" [").append(button.label()).append(']').append(button.url().isEmpty() ? "" : "(" + button.url() + ")"));
        }
        return picture.append(message.asksForReply() ? "\n    (asks for a reply)" : "").toString();
    }
}
