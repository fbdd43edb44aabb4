package org.spoolbot.api.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Something to press under a message. Its id comes back in an {@code Action}, also after a restart, also a month later. */
public sealed interface Control {
    /** {@code v1:<action>[:<argument>…]}, at most 64 bytes in UTF-8. */
    String id();

    /** What it says. */
    String label();

    /**
     * A button.
     *
     * @param id the action it sends
     * @param label what it says, at most 80 characters
     * @param style how it looks
     * @param form asked for before the action is sent; its values come with the action
     */
    record Button(String id, String label, Style style, Optional<Form> form) implements Control {
        public Button {
            checkId(id);
            requireNonNull(label, "label is null");
            requireNonNull(style, "style is null");
            requireNonNull(form, "form is null");
        }

        /** A plain button. */
        public static Button of(String id, String label) {
            return new Button(id, label, Style.SECONDARY, Optional.empty());
        }

        /** The button most people press. */
        public static Button primary(String id, String label) {
            return new Button(id, label, Style.PRIMARY, Optional.empty());
        }

        /** A button that loses something. */
        public static Button danger(String id, String label) {
            return new Button(id, label, Style.DANGER, Optional.empty());
        }
    }

    /**
     * A menu; choosing sends the action at once, with the chosen value under the control's own id.
     *
     * @param id the action it sends
     * @param label what is chosen
     * @param options 1 to 25
     */
    record Select(String id, String label, List<Option> options) implements Control {
        public Select {
            checkId(id);
            requireNonNull(label, "label is null");
            options = List.copyOf(options);
            if (options.isEmpty() || options.size() > 25) {
                throw new IllegalArgumentException("a menu has 1 to 25 options");
            }
        }
    }

    /**
     * An option of a menu.
     *
     * @param value what is sent
     * @param label what is shown
     * @param selected whether it is the present choice
     */
    record Option(String value, String label, boolean selected) {}

    /** How a button looks. */
    enum Style {
        PRIMARY,
        SECONDARY,
        DANGER
    }

    /**
     * Fields to fill in before an action is sent.
     *
     * @param title its heading
     * @param submit the label of its button
     * @param fields 1 to 5
     */
    record Form(String title, String submit, List<FormField> fields) {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /** A field of a form. Its value comes under its id, its files beside the values. */
    sealed interface FormField {
        /** The key of its value. */
        String id();

        /** What is asked, at most 45 characters. */
        String label();
    }

    /**
     * A field to write in.
     *
     * @param id the key of its value
     * @param label what is asked
     * @param value what stands there at first
     * @param multiline whether it has several lines
     * @param maxLength the most characters, at least 1
     */
    record TextField(String id, String label, String value, boolean multiline, int maxLength) implements FormField {}

    /**
     * A field to choose from.
     *
     * @param id the key of its value
     * @param label what is chosen
     * @param options 1 to 25
     */
    record ChoiceField(String id, String label, List<Option> options) implements FormField {
        public ChoiceField {
            options = List.copyOf(options);
        }
    }

    /**
     * A field for files. Platforms on which files are handed in as messages leave it out, and the form with it if nothing else is asked.
     *
     * @param id the key of the field
     * @param label what is asked for
     * @param most how many at most, 1 to 10
     */
    record FileField(String id, String label, int most) implements FormField {}

    private static void checkId(String id) {
        requireNonNull(id, "id is null");
        if (id.isEmpty() || id.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 64) {
            throw new IllegalArgumentException("a control id has 1 to 64 bytes: " + id);
        }
    }
}
