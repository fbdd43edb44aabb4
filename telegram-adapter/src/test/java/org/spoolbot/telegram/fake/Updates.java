package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The queue of updates and its two ways out. */
public final class Updates {
    // docs: getUpdates.allowed_updates, all but these are told unasked.
    private static final Set<String> ONLY_WHEN_ASKED = Set.of("chat_member", "message_reaction", "message_reaction_count");
    private static final Duration KEPT = Duration.ofHours(24); // docs: Getting updates

    private final Scene scene;
    private final InstantSource clock;
    private final Queue queue;
    private final LongPolling polling;
    private final Webhook webhook;
    private final Violations violations;
    private Set<String> allowed = Set.of();

    Updates(Scene scene, InstantSource clock, Violations violations) {
        this.scene = scene;
        this.clock = clock;
        this.violations = violations;
        this.queue = new Queue(clock);
        this.polling = new LongPolling(scene, queue);
        this.webhook = new Webhook(scene, queue);
    }

    void publish(String type, ObjectNode payload) {
        scene.change(() -> {
            queue.dropOlderThan(clock.instant().minus(KEPT));
            if (allowed.isEmpty() ? !ONLY_WHEN_ASKED.contains(type) : allowed.contains(type)) {
                ObjectNode body = Json.object();
                body.set(type, payload);
                violations.checkUpdate(body.deepCopy().put("update_id", queue.add(body)));
            }
        });
    }

    /** Puts an update of any shape into the queue, poison as well, and tells its id. */
    public int raw(ObjectNode body) {
        return scene.in(() -> queue.add(body));
    }

    /** The same update again under its old id is no longer possible; this puts its content under the next one. */
    public int raw(String json) {
        return raw((ObjectNode) Json.lenient(json));
    }

    public int lastId() {
        return scene.in(queue::last);
    }

    public int pending() {
        return scene.in(queue::size);
    }

    /** Ids that the bot has confirmed, and when by the clock. */
    public Map<Integer, Instant> confirmed() {
        return scene.in(queue::confirmed);
    }

    /** How often an update went out. */
    public int deliveries(int id) {
        return scene.in(() -> queue.deliveries(id));
    }

    /** Whether nothing is left to confirm in time. */
    public boolean awaitAllConfirmed(Duration patience) {
        return scene.await(patience, () -> queue.size() == 0);
    }

    public boolean awaitConfirmed(int id, Duration patience) {
        return scene.await(patience, () -> queue.confirmed().containsKey(id));
    }

    /** Whether the bot waits for updates, in time. */
    public boolean awaitPoll(Duration patience) {
        return scene.await(patience, polling::isOpen);
    }

    public int polls() {
        return scene.in(polling::count);
    }

    /** Ends an open poll as a second process with the same token does. */
    public void stealPoll() {
        scene.change(() -> polling.end(Texts.OTHER_POLL));
    }

    /** Where updates really go, for an https address that leads nowhere here: what a proxy does. */
    public void webhookGoesTo(UnaryOperator<URI> route) {
        scene.change(() -> webhook.route(route));
    }

    /** The first pause before an update is sent again; it doubles. */
    public void resendAfter(Duration pause) {
        scene.change(() -> webhook.resendAfter(pause));
    }

    JsonNode getUpdates(Parameters parameters) {
        return scene.in(() -> {
            if (webhook.isSet()) {
                throw polling.conflict(Texts.WEBHOOK_ACTIVE);
            }
            allow(parameters);
            return polling.poll(parameters);
        });
    }

    /** What is not sent stays as it was; an empty list means the usual (docs). */
    private void allow(Parameters parameters) {
        JsonNode list = parameters.json("allowed_updates");
        if (!list.isArray()) {
            return;
        }
        Set<String> types = new TreeSet<>();
        list.forEach(type -> types.add(type.asText()));
        allowed = types;
    }

    JsonNode setWebhook(Parameters parameters) {
        String url = parameters.text("url").orElse("");
        if (url.isEmpty()) {
            return deleteWebhook(parameters);
        }
        webhook.set(url, parameters);
        allow(parameters);
        dropIfWished(parameters);
        polling.end(Texts.WEBHOOK_SET);
        return Json.yes();
    }

    JsonNode deleteWebhook(Parameters parameters) {
        webhook.remove();
        dropIfWished(parameters);
        return Json.yes();
    }

    private void dropIfWished(Parameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            queue.drop();
        }
    }

    ObjectNode webhookInfo() {
        ObjectNode info = webhook.info(queue.size());
        if (!allowed.isEmpty()) {
            allowed.forEach(info.putArray("allowed_updates")::add);
        }
        return info;
    }

    void close() {
        webhook.close();
    }
}
