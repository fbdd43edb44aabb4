package org.spoolbot.engine.i18n;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import java.text.Format;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Fills ICU patterns. Patterns come from files, so those that were read are kept. Thread-safe. */
final class Sentences {
    private static final int LARGEST_UNITS = 2;
    private static final Pattern MOMENT = Pattern.compile("\\{\\s*(\\d+)\\s*,\\s*(?:date|time)");

    private final TimeZone zone;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /** Tells moments in that zone. */
    Sentences(ZoneId zone) {
        this.zone = TimeZone.getTimeZone(zone.getId().equals("Z") ? "UTC" : zone.getId());
    }

    /**
     * The sentence of a pattern.
     *
     * @throws IllegalArgumentException if it is no ICU pattern
     */
    String filled(Locale language, String pattern, List<Object> words) {
        // Most sentences have nothing to fill in; the format's first use costs a quarter of a second.
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        // The country is left out, or the first speaker's would hold for all speakers of the language.
        Locale rules = Locale.of(language.getLanguage());
        MessageFormat format = formats.computeIfAbsent(rules + "|" + pattern, key -> parsed(pattern, rules));
        Object[] values = new Object[words.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(rules, words.get(index), isMoment(pattern, index));
        }
        // A format keeps state while it works.
        return format.clone().format(values);
    }

    private MessageFormat parsed(String pattern, Locale rules) {
        MessageFormat format = new MessageFormat(pattern, rules);
        for (Format part : format.getFormats()) {
            if (part instanceof DateFormat dates) {
                dates.setTimeZone(zone);
            }
        }
        return format;
    }

    private static boolean isMoment(String pattern, int index) {
        return MOMENT.matcher(pattern).results().anyMatch(found -> found.group(1).equals(String.valueOf(index)));
    }

    private Object value(Locale rules, Object word, boolean isMoment) {
        return switch (word) {
            case Number number -> number;
            case Duration duration -> spoken(rules, duration);
            case Instant instant when isMoment -> new Date(instant.toEpochMilli());
            case Instant instant -> told(rules, instant);
            default -> String.valueOf(word);
        };
    }

    /** By itself a moment would be told in the zone of the machine. */
    private String told(Locale rules, Instant instant) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMdjmz", rules);
        format.setTimeZone(zone);
        return format.format(new Date(instant.toEpochMilli()));
    }

    /** The two largest units, so that nobody reads the seconds of three days. */
    private static String spoken(Locale rules, Duration duration) {
        List<Measure> measures = new ArrayList<>();
        add(measures, duration.toDaysPart(), MeasureUnit.DAY);
        add(measures, duration.toHoursPart(), MeasureUnit.HOUR);
        add(measures, duration.toMinutesPart(), MeasureUnit.MINUTE);
        add(measures, duration.toSecondsPart(), MeasureUnit.SECOND);
        if (measures.isEmpty()) {
            measures.add(new Measure(0, MeasureUnit.SECOND));
        }
        Measure[] largest = measures.stream().limit(LARGEST_UNITS).toArray(Measure[]::new);
        return MeasureFormat.getInstance(rules, FormatWidth.SHORT).formatMeasures(largest);
    }

    private static void add(List<Measure> measures, long amount, MeasureUnit unit) {
        if (amount != 0) {
            measures.add(new Measure(amount, unit));
        }
    }
}
