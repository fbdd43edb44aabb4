package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot asked for and the published description of the Bot API does not know. Empty at the end of a good test. */
public final class Violations {
    private static final Logger LOG = LoggerFactory.getLogger(Violations.class);
    private static final String FILE = "telegram-bot-api-10.1.json";
    private static final int MOST = 1000;
    private static boolean said;

    private final Scene scene;
    private final Optional<Spec> spec;
    private final List<String> found = new ArrayList<>();

    Violations(Scene scene) {
        this.scene = scene;
        this.spec = Spec.at(Path.of(System.getProperty("spoolbot.specs", "")).resolve(FILE));
        if (spec.isEmpty()) {
            sayOnce();
        }
    }

    private static synchronized void sayOnce() {
        if (!said) {
            LOG.info("Calls are not checked against the published Bot API: the folder of the system property spoolbot.specs holds no {}.", FILE);
            said = true;
        }
    }

    /** Whether there is a description to check against. */
    public boolean isChecking() {
        return spec.isPresent();
    }

    public List<String> all() {
        return scene.in(() -> List.copyOf(found));
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    public void clear() {
        scene.change(found::clear);
    }

    void add(String violation) {
        scene.change(() -> {
            if (found.size() < MOST) {
                found.add(violation);
            }
        });
    }

    void check(String method, Parameters parameters) {
        spec.ifPresent(description -> description.check(method, parameters).forEach(this::add));
    }

    /** This server is judged as well: whatever it tells must be what is published. */
    void checkAnswer(String method, JsonNode result) {
        spec.ifPresent(description -> description.answer(method, result).forEach(fault -> add("told by this server: " + fault)));
    }

    void checkUpdate(JsonNode update) {
        spec.ifPresent(description -> description.update(update).forEach(fault -> add("told by this server: " + fault)));
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
