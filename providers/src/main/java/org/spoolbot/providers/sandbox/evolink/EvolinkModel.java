package org.spoolbot.providers.sandbox.evolink;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A model name, taken apart.
 *
 * @param tier how good and how dear it is
 * @param mode what it makes clips of
 */
record EvolinkModel(Tier tier, Mode mode) {

    private static final String UMBRELLA = "seedance-2.0";

    /** How good and how dear. */
    enum Tier {
        STANDARD(""),
        FAST("-fast"),
        MINI("-mini");

        private final String suffix;

        Tier(String suffix) {
            this.suffix = suffix;
        }
    }

    /** What clips are made of. */
    enum Mode {
        /** Whatever the call brings. */
        INFERRED,
        TEXT,
        IMAGE,
        REFERENCE;

        private String suffix() {
            return "-" + name().toLowerCase(Locale.ROOT) + "-to-video";
        }
    }

    static Optional<EvolinkModel> of(String name) {
        if (name.equals(UMBRELLA)) {
            return Optional.of(new EvolinkModel(Tier.STANDARD, Mode.INFERRED));
        }
        return Arrays.stream(Tier.values())
                .flatMap(tier -> Arrays.stream(Mode.values()).map(mode -> new EvolinkModel(tier, mode)))
                .filter(model -> model.mode() != Mode.INFERRED && model.name().equals(name))
                .findFirst();
    }

    private String name() {
        return UMBRELLA + tier.suffix + mode.suffix();
    }
}
