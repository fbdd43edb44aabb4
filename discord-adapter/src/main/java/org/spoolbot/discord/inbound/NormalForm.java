package org.spoolbot.discord.inbound;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Commands written so that equal ones read equal, whoever wrote them: Discord leaves out or fills in what has its usual value, orders what
 * has no order as it likes, and writes whole numbers as broken ones.
 */
final class NormalForm {
    private static final Set<String> WITHOUT_ORDER = Set.of("contexts", "integration_types", "channel_types");
    /** What only means something for commands of everywhere. */
    private static final Set<String> EVERYWHERE = Set.of("contexts", "integration_types");

    private NormalForm() {}

    static String of(List<CommandData> commands, boolean everywhere) {
        return commands.stream()
                .map(command -> text(DataObject.fromJson(command.toData().toJson()).toMap(), everywhere))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static String hash(String form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(form.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    private static String text(Object value, boolean everywhere) {
        return switch (value) {
            case Map<?, ?> object -> object(object, everywhere);
            case List<?> list -> list.stream().map(item -> text(item, everywhere)).collect(Collectors.joining(",", "[", "]"));
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> '"' + value.toString() + '"';
        };
    }

    private static String object(Map<?, ?> object, boolean everywhere) {
        Map<String, String> sorted = new TreeMap<>();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value != null && !usual(value) && (everywhere || !EVERYWHERE.contains(name))) {
                sorted.put(name, WITHOUT_ORDER.contains(name) ? set(value, everywhere) : text(value, everywhere));
            }
        });
        return sorted.toString();
    }

    private static String set(Object value, boolean everywhere) {
        return value instanceof Collection<?> items
                ? items.stream().map(item -> text(item, everywhere)).sorted().toList().toString()
                : text(value, everywhere);
    }

    private static boolean usual(Object value) {
        return switch (value) {
            case Boolean flag -> !flag;
            case Collection<?> items -> items.isEmpty();
            case Map<?, ?> object -> object.isEmpty();
            default -> false;
        };
    }
}
