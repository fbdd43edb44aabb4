package org.spoolbot.e2e;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** One slice for each of the plugins that come with the server. */
enum PluginSlices implements SliceAssignment {
    ASSIGNMENT;

    private static final List<String> PLUGINS = List.of("discord", "telegram", "providers", "playground");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return PLUGINS.stream()
                .filter(plugin -> (type.getPackageName() + ".").startsWith("org.spoolbot." + plugin + "."))
                .findFirst()
                .map(SliceIdentifier::of)
                .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
        return "plugins";
    }
}
