package org.spoolbot.providers.sandbox.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five dialects, by the names that the configuration gives them. */
public enum Dialect {
    /** Forms with files at {@code /v1/video/generations}. */
    LAOZHANG_MULTIPART(""),
    /** JSON at {@code /v1/videos}. */
    LAOZHANG_VIDEOS(""),
    /** JSON below {@code /kyyReactApiServer}. */
    KYYVIDEO2("/kyyReactApiServer"),
    /** JSON at {@code /v1/videos/generations}. */
    EVOLINK(""),
    /** JSON at {@code /api/v3/contents/generations/tasks}. */
    ARK("/api/v3");

    private final String basePath;

    Dialect(String basePath) {
        this.basePath = basePath;
    }

    /**
     * What a client's base address ends with.
     *
     * @return a path without a slash at its end, maybe empty
     */
    public String basePath() {
        return basePath;
    }

    /**
     * Its name.
     *
     * @return such as {@code laozhang-videos}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Looks up a name.
     *
     * @param word such as {@code laozhang-videos}
     * @return the dialect, if there is one of that name
     */
    public static Optional<Dialect> of(String word) {
        return Arrays.stream(values()).filter(dialect -> dialect.word().equals(word)).findFirst();
    }
}
