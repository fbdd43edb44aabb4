package org.spoolbot.api.video;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.MediaKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A prompt, read once into words and tags. A dialect renders the tags in its own syntax and never replaces text.
 *
 * @param tokens the prompt in order
 */
public record Prompt(List<Token> tokens) {
    public Prompt {
        tokens = List.copyOf(tokens);
    }

    /** A prompt of plain words, in which nothing is a tag. */
    public static Prompt plain(String text) {
        return new Prompt(text.isEmpty() ? List.of() : List.of(new Text(text)));
    }

    /** The prompt in a dialect's syntax: words as they are, each tag as the function says. */
    public String render(Function<Tag, String> tagSyntax) {
        return tokens.stream()
                .map(token -> switch (token) {
                    case Text text -> text.text();
                    case Tag tag -> tagSyntax.apply(tag);
                })
                .collect(Collectors.joining());
    }

    /** The prompt in our own syntax, as a member would type it: {@code @image1}. */
    public String canonical() {
        return render(Tag::canonical);
    }

    /** The tags in order of appearance, repeated ones included. */
    public List<Tag> tags() {
        return tokens.stream().filter(Tag.class::isInstance).map(Tag.class::cast).toList();
    }

    /** A piece of a prompt. */
    public sealed interface Token {}

    /**
     * Words.
     *
     * @param text at least one character
     */
    public record Text(String text) implements Token {
        public Text {
            requireNonNull(text, "text is null");
        }
    }

    /**
     * A tag that stands for a reference.
     *
     * @param kind the kind of the reference
     * @param index its number among those of its kind, 1 to 99
     */
    public record Tag(MediaKind kind, int index) implements Token {
        public Tag {
            requireNonNull(kind, "kind is null");
            if (index < 1 || index > 99) {
                throw new IllegalArgumentException("a tag is numbered from 1 to 99");
            }
        }

        /** {@code @image1}, {@code @video1} or {@code @audio1}. */
        public String canonical() {
            return "@" + word() + index;
        }

        /** {@code image}, {@code video} or {@code audio}. */
        public String word() {
            return switch (kind) {
                case IMAGE -> "image";
                case VIDEO -> "video";
                case AUDIO -> "audio";
            };
        }
    }
}
