package org.spoolbot.providers.sandbox.directive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of one prompt.
 *
 * @param prompt the prompt without them
 * @param byName the instructions
 * @param faults what could not be understood, one sentence each
 */
public record Directives(String prompt, Map<DirectiveName, Directive> byName, List<String> faults) {

    private static final Pattern FORM = Pattern.compile("\\[sandbox:([^\\]\\[]{0,200})\\]");
    private static final Map<String, String> OPTIONS =
            Map.of("times", "\\d{1,4}", "retry-after", "\\d{1,4}", "code", "[A-Za-z][A-Za-z0-9_.]{0,99}");

    /**
     * Takes the instructions out of a prompt.
     *
     * @param text the prompt as it was sent
     * @return the rest of the prompt and what was found
     */
    public static Directives parse(String text) {
        Map<DirectiveName, Directive> found = new EnumMap<>(DirectiveName.class);
        List<String> faults = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            parseOne(matcher.group(1).strip(), found, faults);
        }
        String rest = matcher.replaceAll(" ").replaceAll("[ \\t]{2,}", " ").strip();
        return new Directives(rest, found, List.copyOf(faults));
    }

    private static void parseOne(String text, Map<DirectiveName, Directive> found, List<String> faults) {
        String[] words = text.split("\\s+");
        String[] head = words[0].split("[=:]", 2);
        String value = head.length > 1 ? head[1] : "";
        Optional<DirectiveName> name = DirectiveName.of(head[0]);
        if (name.isEmpty()) {
            faults.add("there is no sandbox directive '" + head[0] + "'");
            return;
        }
        if (!name.get().accepts(value)) {
            faults.add("sandbox directive '" + head[0] + "' does not take '" + value + "'");
            return;
        }
        found.put(name.get(), new Directive(name.get(), value, options(words, faults)));
    }

    private static Map<String, String> options(String[] words, List<String> faults) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int index = 1; index < words.length; index++) {
            String[] parts = words[index].split("[=:]", 2);
            String form = OPTIONS.get(parts[0]);
            if (form == null || parts.length < 2 || !parts[1].matches(form)) {
                faults.add("'" + words[index] + "' is no option of a sandbox directive");
                continue;
            }
            options.put(parts[0], parts[1]);
        }
        return options;
    }

    /**
     * Adds instructions that somebody else gave.
     *
     * @param others their text without brackets, such as {@code create-status=402}
     * @return these and those; where both have one of a name, the prompt's own stays
     */
    public Directives with(List<String> others) {
        Map<DirectiveName, Directive> all = new EnumMap<>(DirectiveName.class);
        List<String> wrong = new ArrayList<>(faults);
        others.forEach(text -> parseOne(text.strip(), all, wrong));
        all.putAll(byName);
        return new Directives(prompt, all, List.copyOf(wrong));
    }

    /**
     * Looks for an instruction that holds for this attempt.
     *
     * @param name which
     * @param attempt number of the attempt, from 1
     * @return the instruction, if it is there and holds
     */
    public Optional<Directive> held(DirectiveName name, int attempt) {
        return find(name).filter(directive -> directive.holdsFor(attempt));
    }

    /**
     * Whether a picture is to be taken for one of a real person.
     *
     * @param picture its number among the pictures, from 1
     * @return whether {@code face} names it, or names none and so means all
     */
    public boolean seesFace(int picture) {
        return find(DirectiveName.FACE)
                .filter(face -> face.value().isEmpty() || face.items().contains(String.valueOf(picture)))
                .isPresent();
    }

    /**
     * How long to wait, if refusals are to say so.
     *
     * @param refusal the instruction that refuses, whose own option counts first
     * @return the seconds for {@code Retry-After}
     */
    public OptionalInt retryAfter(Directive refusal) {
        if (refusal.retryAfter().isPresent()) {
            return refusal.retryAfter();
        }
        Optional<String> seconds = find(DirectiveName.RETRY_AFTER).map(Directive::value).filter(value -> !value.equals("none"));
        return seconds.isPresent() ? OptionalInt.of(Integer.parseInt(seconds.get())) : OptionalInt.empty();
    }

    /**
     * Looks for an instruction.
     *
     * @param name which
     * @return the instruction, if the prompt has it
     */
    public Optional<Directive> find(DirectiveName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Whether the prompt has an instruction.
     *
     * @param name which
     * @return whether it is there
     */
    public boolean has(DirectiveName name) {
        return byName.containsKey(name);
    }
}
