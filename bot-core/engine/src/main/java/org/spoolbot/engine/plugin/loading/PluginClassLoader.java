package org.spoolbot.engine.plugin.loading;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of one plugin: the API from the server and only from there, then its own jar, then the plugins it declared. The server's
 * own classes and libraries are out of its sight.
 */
public final class PluginClassLoader extends URLClassLoader {
    static final List<String> HOST_PACKAGES =
            List.of("org.spoolbot.api.", "org.slf4j.", "jakarta.inject.", "org.jspecify.");

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final List<ClassLoader> dependencies;

    /** For the jar of a plugin. */
    public PluginClassLoader(String id, Path jar, ClassLoader host, List<ClassLoader> dependencies) {
        super("plugin " + id, new URL[] {address(jar)}, ClassLoader.getPlatformClassLoader());
        this.host = host;
        this.dependencies = List.copyOf(dependencies);
    }

    private static URL address(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException fault) {
            throw new IllegalArgumentException("not a jar: " + jar.getFileName(), fault);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (HOST_PACKAGES.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException notOwn) {
            return fromDependencies(name, notOwn);
        }
    }

    private Class<?> fromDependencies(String name, ClassNotFoundException notOwn) throws ClassNotFoundException {
        for (ClassLoader dependency : dependencies) {
            try {
                return dependency.loadClass(name);
            } catch (ClassNotFoundException next) {
                notOwn.addSuppressed(next);
            }
        }
        throw notOwn;
    }
}
