package org.spoolbot.providers.sandbox.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.providers.sandbox.task.Dialect;

/** Instructions for create calls whose prompts have none, given through the admin path. */
final class Misbehaviours {

    private static final int MOST = 100;

    private final List<Rule> rules = new ArrayList<>();

    /** Which calls, how many of them, and what to do. */
    record Rule(Optional<Dialect> dialect, String prompt, int times, List<String> directives) {

        boolean fits(Dialect called, String text) {
            return dialect.map(called::equals).orElse(true) && text.contains(prompt);
        }

        Rule once() {
            return new Rule(dialect, prompt, times - 1, directives);
        }
    }

    /** Adds a rule, unless there are too many. */
    synchronized boolean add(Rule rule) {
        return rules.size() < MOST && rules.add(rule);
    }

    synchronized void clear() {
        rules.clear();
    }

    /** What the rules want of a call; each that fits has then one call less to go. */
    synchronized List<String> take(Dialect dialect, String prompt) {
        List<String> directives = new ArrayList<>();
        rules.replaceAll(rule -> {
            if (!rule.fits(dialect, prompt)) {
                return rule;
            }
            directives.addAll(rule.directives());
            return rule.once();
        });
        rules.removeIf(rule -> rule.times() <= 0);
        return directives;
    }
}
