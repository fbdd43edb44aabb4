package org.spoolbot.providers.sandbox.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bundled typeface. Java's graphics refuse to start on a machine without fontconfig or fonts, even for a font read from a file; so
 * before the first use they are pointed at a font list of our own that names only the bundled files.
 */
public final class Fonts {

    private static final String SETTING = "sun.awt.fontconfig";

    private final Font regular;
    private final Font bold;

    private Fonts(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** Java's graphics read their font list once and keep using its files, so the files belong to the process, not to one gateway. */
    private static final class Holder {
        static final Fonts BUNDLED = unpack();
    }

    /**
     * The typeface, unpacked at first use.
     *
     * @return the typeface
     */
    public static Fonts bundled() {
        return Holder.BUNDLED;
    }

    private static Fonts unpack() {
        try {
            Path folder = TemporaryFolder.make("spoolbot-fonts-");
            folder.toFile().deleteOnExit();
            Path regular = unpack(folder, "DejaVuSans.ttf");
            Path bold = unpack(folder, "DejaVuSans-Bold.ttf");
            prepare(folder, regular);
            return new Fonts(
                    Font.createFont(Font.TRUETYPE_FONT, regular.toFile()), Font.createFont(Font.TRUETYPE_FONT, bold.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the sandbox's fonts", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the sandbox's bundled font is damaged", e);
        }
    }

    private static Path unpack(Path folder, String name) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream font = Fonts.class.getResourceAsStream("/org/spoolbot/providers/sandbox/fonts/" + name)) {
            if (font == null) {
                throw new IOException("resource " + name + " is missing");
            }
            Files.copy(font, target);
            target.toFile().deleteOnExit();
        }
        return target;
    }

    private static void prepare(Path folder, Path font) throws IOException {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        if (System.getProperty(SETTING) != null) {
            return;
        }
        Path list = folder.resolve("fontconfig.properties");
        Files.writeString(list, fontList(font), StandardCharsets.ISO_8859_1);
        list.toFile().deleteOnExit();
        System.setProperty(SETTING, list.toString());
    }

    private static String fontList(Path font) {
        String name = "-misc-dejavu_sans-medium-r-normal--*-%d-*-*-p-*-iso10646-1";
        return """
                version=1
                allfonts.latin-1=%1$s
                sequence.allfonts=latin-1
                filename.%1$s=%2$s
                """.formatted(name, font.toString().replace("\\", "\\\\"));
    }

    Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    /** The text with every character that the typeface lacks shown as a small square. */
    String drawable(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !Character.isISOControl(point) || point == '\n')
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(point -> drawn.appendCodePoint(point == '\n' || regular.canDisplay(point) ? point : '\u25AB'));
        return drawn.toString();
    }
}
