package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a slip in a request or in the fake itself looks like to whoever has to mend it. */
class SpecCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MESSAGES = "/channels/1100000000000000001/messages";
    private final Violations violations = new Violations();
    private final SpecCheck check = new SpecCheck(violations);

    @BeforeEach
    void descriptionsAreThere() {
        assumeTrue(Specs.loaded().isPresent(), "the descriptions of Discord are not beside this checkout");
    }

    @Test
    void anOrdinaryMessagePasses() {
        request("POST", MESSAGES, "{'content': 'a red kite', 'nonce': '1', 'allowed_mentions': {'parse': []}}");

        assertThat(violations.all()).isEmpty();
    }

    @Test
    void jdasWayToWriteNumbersPasses() {
        request("POST", MESSAGES, "{'attachments': [{'id': 0, 'filename': 'kite.mp4'}]}");
        request("POST", "/users/@me/channels", "{'recipient_id': 1100000000000000007}");
        request("PUT", "/applications/1100000000000000002/commands",
                "[{'name': 'video', 'description': 'Makes a clip', 'contexts': ['0', '1'], 'integration_types': ['0'], 'default_member_permissions': '32'}]");

        assertThat(violations.all()).isEmpty();
    }

    @Test
    void aTooLongMessageIsTold() {
        request("POST", MESSAGES, "{'content': '" + "x".repeat(4001) + "'}");

        assertThat(violations.all()).singleElement().asString().contains("POST " + MESSAGES, "/content", "4000");
    }

    @Test
    void aWrongButtonIsToldAsAButtonAndNotAsEveryOtherComponent() {
        request("POST", MESSAGES, "{'components': [{'type': 1, 'components': [{'type': 2, 'style': 99, 'label': 'Again', 'custom_id': 'again'}]}]}");

        assertThat(violations.all()).singleElement().asString()
                .endsWith(": /components/0/components/0/style must be one of 1, 2, 3, 4, 5, 6");
    }

    @Test
    void aNumberForATextIsToldAsThatAndNotAsSomethingThatShouldBeAbsent() {
        request("POST", MESSAGES, "{'content': 5}");
        request("POST", MESSAGES, "{'message_reference': {'message_id': 7}}");

        assertThat(violations.all()).allSatisfy(text -> assertThat(text).contains("integer found", "string").doesNotContain("null expected"));
    }

    @Test
    void amongManyComponentsOnlyTheWrongOneIsTold() {
        String row = "{'type': 1, 'components': [{'type': 2, 'style': 1, 'label': '%s', 'custom_id': 'again'}]}";
        request("POST", MESSAGES, "{'components': [" + row.formatted("Again") + ", " + row.formatted("x".repeat(81)) + "]}");

        assertThat(violations.all()).singleElement().asString().contains("/components/1/components/0/label").doesNotContain(";");
    }

    @Test
    void aFieldThatAnAnswerMayNotLackIsToldByItsName() {
        check.answer("GET", "/users/@me", 200, json("{'id': '1', 'username': 'spoolbot'}"));

        assertThat(violations.all()).singleElement().asString().contains("GET /users/@me", "discriminator");
    }

    @Test
    void routesQueriesAndAnswersThatDoNotExistAreTold() {
        check.request("GET", "/clips", Map.of(), null);
        check.request("GET", MESSAGES, Map.of("limit", "1000"), null);
        check.request("GET", MESSAGES, Map.of("colour", "red"), null);
        check.request("POST", MESSAGES, Map.of(), null);
        check.answer("GET", "/users/@me", 204, null);

        assertThat(violations.all()).satisfiesExactly(
                route -> assertThat(route).contains("GET /clips", "no such route"),
                tooMuch -> assertThat(tooMuch).contains("limit", "1000"),
                unknown -> assertThat(unknown).contains("colour"),
                bodyless -> assertThat(bodyless).contains("needs a body"),
                status -> assertThat(status).contains("204"));
    }

    @Test
    void queriesThatMakeSensePass() {
        check.request("GET", MESSAGES, Map.of("limit", "50"), null);
        check.request("GET", "/applications/1100000000000000002/commands", Map.of("with_localizations", "true"), null);

        assertThat(violations.all()).isEmpty();
    }

    @Test
    void eventsAreHeldToTheirOwnSchemas() {
        check.event("READY", json("{'v': 10}"));
        check.event("INTERACTION_CREATE", json("{'type': 3, 'id': 1}"));
        check.event("GUILD_ROLE_CREATE", json("{}"));
        check.identify(json("{'op': 2, 'd': {'token': 't'}}"));

        assertThat(violations.all()).satisfiesExactly(
                ready -> assertThat(ready).contains("READY", "session_id"),
                press -> assertThat(press).contains("INTERACTION_CREATE"),
                identify -> assertThat(identify).contains("IDENTIFY", "intents"));
    }

    private void request(String method, String path, String body) {
        check.request(method, path, Map.of(), json(body));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (Exception malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
