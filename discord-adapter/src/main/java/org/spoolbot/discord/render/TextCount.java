package org.spoolbot.discord.render;

import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.data.SerializableData;

/**
 * How much text a command has, as Discord counts it against its limit: names, descriptions and values of all its parts, of each the
 * longest translation.
 */
final class TextCount {
    private TextCount() {}

    static int of(SerializableData command) {
        return of(command.toData());
    }

    private static int of(DataObject part) {
        int own = longest(part, "name") + longest(part, "description") + part.getString("value", "").length();
        return own + inside(part, "options") + inside(part, "choices");
    }

    private static int inside(DataObject part, String name) {
        return part.optArray(name).map(parts -> parts.stream(DataArray::getObject).mapToInt(TextCount::of).sum()).orElse(0);
    }

    private static int longest(DataObject part, String name) {
        IntStream translated = part.optObject(name + "_localizations").stream()
                .flatMap(texts -> texts.values().stream())
                .mapToInt(text -> String.valueOf(text).length());
        return Math.max(part.getString(name, "").length(), translated.max().orElse(0));
    }
}
