package org.spoolbot.providers.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at the parameters of a body one by one and collects every complaint, in the order of the looks. */
public final class BodyCheck {

    private final JsonNode body;
    private final List<Complaint> complaints = new ArrayList<>();

    /**
     * A check.
     *
     * @param body a JSON object
     */
    public BodyCheck(JsonNode body) {
        this.body = body;
    }

    /**
     * No others may be there.
     *
     * @param fields the names that are known
     */
    public void onlyFields(Set<String> fields) {
        onlyFields("", body, fields);
    }

    /**
     * No others may be in an object.
     *
     * @param prefix what stands before their names, such as {@code options.}
     * @param object the object
     * @param fields the names that are known
     */
    public void onlyFields(String prefix, JsonNode object, Set<String> fields) {
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                complain(prefix + field, "there is no such parameter");
            }
        });
    }

    /**
     * A text must be there and say something.
     *
     * @param field its name
     */
    public void requiredText(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            complain(field, "it is required");
            return;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            complain(field, "a text is expected");
        }
    }

    /**
     * A text, if it is there.
     *
     * @param field its name
     * @param fits whether its value is allowed
     * @param expected what is allowed
     */
    public void text(String field, Predicate<String> fits, String expected) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !(value.isTextual() && fits.test(value.asText()))) {
            complain(field, expected);
        }
    }

    /**
     * One of several texts, if it is there.
     *
     * @param field its name
     * @param choices what is allowed
     */
    public void choice(String field, Collection<String> choices) {
        text(field, choices::contains, "one of " + String.join(", ", choices) + " is expected");
    }

    /**
     * A whole number, if it is there.
     *
     * @param field its name
     * @param least the smallest
     * @param most the largest
     */
    public void whole(String field, int least, int most) {
        JsonNode value = body.path(field);
        boolean inside = value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= least && value.asInt() <= most;
        if (!value.isMissingNode() && !inside) {
            complain(field, "a whole number from " + least + " to " + most + " is expected");
        }
    }

    /**
     * True or false, if it is there.
     *
     * @param field its name
     */
    public void flag(String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            complain(field, "true or false is expected");
        }
    }

    /**
     * A list of texts, if it is there.
     *
     * @param field its name
     * @param most how many it may have
     * @param fits whether a value is allowed
     * @param expected what is allowed
     */
    public void texts(String field, int most, Predicate<String> fits, String expected) {
        JsonNode list = body.path(field);
        if (list.isMissingNode()) {
            return;
        }
        if (!list.isArray() || list.size() > most) {
            complain(field, "a list of at most " + most + " is expected");
            return;
        }
        for (int index = 0; index < list.size(); index++) {
            JsonNode value = list.get(index);
            if (!value.isTextual() || !fits.test(value.asText())) {
                complain(field + "[" + index + "]", expected);
            }
        }
    }

    /**
     * Notes what only the dialect can know.
     *
     * @param param the parameter at fault
     * @param reason what is expected
     */
    public void complain(String param, String reason) {
        complaints.add(new Complaint(param, reason));
    }

    /**
     * How many values a list has.
     *
     * @param field its name
     * @return the number, 0 if it is not there
     */
    public int count(String field) {
        JsonNode list = body.path(field);
        return list.isArray() ? list.size() : 0;
    }

    /**
     * Whether a parameter is a list without values.
     *
     * @param field its name
     * @return whether it is there and empty
     */
    public boolean isEmptyList(String field) {
        return body.path(field).isArray() && body.path(field).isEmpty();
    }

    /**
     * Whether a parameter is there.
     *
     * @param field its name
     * @return whether it has any value
     */
    public boolean has(String field) {
        return body.has(field);
    }

    /**
     * The text of a parameter.
     *
     * @param field its name
     * @return the text, or an empty one
     */
    public String textOf(String field) {
        return body.path(field).asText("");
    }

    /**
     * Everything that was found.
     *
     * @return the complaints
     */
    public List<Complaint> complaints() {
        return List.copyOf(complaints);
    }
}
