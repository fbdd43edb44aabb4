package org.spoolbot.providers.sandbox.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words on the picture: the prompt on its panel, one line of data, and the SAMPLE mark. */
final class Caption {

    private static final Pattern REFERENCE = Pattern.compile("(?i)(?<![\\w@])@?(image|video|audio)\\s?[1-9]\\d?(?!\\d)");

    private final Fonts fonts;
    private final ClipPlan plan;
    private final Color accent;
    private final double unit;

    Caption(Fonts fonts, ClipPlan plan, Palette palette) {
        this.fonts = fonts;
        this.plan = plan;
        accent = new Color(palette.accent());
        unit = plan.frame().shorterSide() / 100.0;
    }

    void draw(Graphics2D graphics) {
        drawMark(graphics);
        drawPanel(graphics);
    }

    private void drawMark(Graphics2D graphics) {
        Font font = fonts.bold(unit * 3.6);
        double width = WrappedText.width("SAMPLE", font) + unit * 5;
        double left = plan.frame().width() - width - unit * 4;
        graphics.setColor(new Color(0, 0, 0, 120));
        graphics.fill(new RoundRectangle2D.Double(left, unit * 4, width, unit * 6.4, unit * 6.4, unit * 6.4));
        graphics.setColor(accent);
        graphics.setFont(font);
        graphics.drawString("SAMPLE", (float) (left + unit * 2.5), (float) (unit * 8.5));
    }

    private void drawPanel(Graphics2D graphics) {
        double margin = unit * 4;
        double inner = plan.frame().width() - 2 * margin - unit * 7;
        String text = plan.text().isBlank() ? "(no prompt)" : fonts.drawable(plan.text());
        WrappedText prompt = WrappedText.fit(text, fonts.regular(unit * 4.6), inner, plan.frame().height() * 0.26);
        Font small = fonts.regular(unit * 2.7);
        double height = prompt.height() + unit * 9.5;
        double top = plan.frame().height() - margin - height;
        double width = plan.frame().width() - 2 * margin;
        graphics.setColor(new Color(8, 8, 18, 150));
        graphics.fill(new RoundRectangle2D.Double(margin, top, width, height, unit * 3, unit * 3));
        graphics.setColor(accent);
        graphics.fill(new RoundRectangle2D.Double(margin + unit * 2, top + unit * 3, unit * 0.7, height - unit * 6, unit * 0.7, unit * 0.7));
        double baseline = top + unit * 2.4 + prompt.lineHeight() * 0.8;
        for (String line : prompt.lines()) {
            drawLine(graphics, line, prompt.font(), margin + unit * 4.5, baseline);
            baseline += prompt.lineHeight();
        }
        graphics.setFont(small);
        graphics.setColor(new Color(255, 255, 255, 165));
        graphics.drawString(plan.footer(), (float) (margin + unit * 4.5), (float) (top + height - unit * 2.8));
    }

    private void drawLine(Graphics2D graphics, String line, Font font, double left, double baseline) {
        graphics.setFont(font);
        graphics.setColor(Color.WHITE);
        graphics.drawString(line, (float) left, (float) baseline);
        graphics.setColor(accent);
        Matcher reference = REFERENCE.matcher(line);
        while (reference.find()) {
            double before = WrappedText.width(line.substring(0, reference.start()), font);
            graphics.drawString(reference.group(), (float) (left + before), (float) baseline);
        }
    }
}
