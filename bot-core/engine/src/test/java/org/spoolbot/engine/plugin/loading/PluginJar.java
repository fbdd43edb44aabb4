package org.spoolbot.engine.plugin.loading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.spoolbot.api.plugin.Plugin;

/** Builds a plugin's jar as its author would: compiled against the API alone. */
public final class PluginJar {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Path> classPath = new ArrayList<>();

    /** With a descriptor of those lines after the required ones. */
    public static PluginJar of(String id, String... lines) {
        String required = "id: " + id + "\nname: " + id + "\nversion: 1.0\nmain: " + id + ".Main\napi-version: 1\n";
        return new PluginJar().file("plugin.yml", required + String.join("\n", lines));
    }

    public static PluginJar empty() {
        return new PluginJar();
    }

    public PluginJar file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Another plugin's jar to compile against. */
    public PluginJar against(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** The main class of a plugin by what it does in its three moments. */
    public PluginJar main(String packageName, String build, String enable, String disable) {
        return source(packageName + ".Main", """
                package %s;
                import jakarta.inject.Inject;
                import java.util.*;
                import org.spoolbot.api.event.*;
                import org.spoolbot.api.plugin.*;
                public final class Main implements Plugin {
                    private final PluginContext context;
                    @Inject Main(PluginContext context) throws Exception { this.context = context; %s }
                    private void enable() throws Exception { %s }
                    @Override public void onEnable() {
                        try { enable(); } catch (RuntimeException | Error e) { throw e; } catch (Exception e) { throw new RuntimeException(e); }
                    }
                    @Override public void onDisable() { %s }
                    boolean sees(String name) {
                        try { Class.forName(name); return true; } catch (ClassNotFoundException | LinkageError absent) { return false; }
                    }
                }
                """.formatted(packageName, build, enable, disable));
    }

    public Path into(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path jar = folder.resolve(name);
        Path classes = Files.createTempDirectory("classes");
        if (!sources.isEmpty()) {
            compile(classes);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(zip, file.getKey(), file.getValue());
            }
            for (Path file : classFiles(classes)) {
                write(zip, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static List<Path> classFiles(Path classes) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> libraries = new ArrayList<>(classPath);
            Stream.of(Plugin.class, jakarta.inject.Inject.class, org.slf4j.Logger.class, org.jspecify.annotations.NullMarked.class)
                    .map(PluginJar::home)
                    .forEach(libraries::add);
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<Source> units = sources.entrySet().stream().map(entry -> new Source(entry.getKey(), entry.getValue())).toList();
            java.io.StringWriter faults = new java.io.StringWriter();
            boolean good = compiler.getTask(faults, manager, null, List.of("-proc:none"), null, units).call();
            if (!good) {
                throw new IllegalStateException("the test's plugin does not compile: " + faults
                        + libraries.stream().map(Path::toString).collect(Collectors.joining(", ")));
            }
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException fault) {
            throw new UncheckedIOException(new IOException(fault));
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
