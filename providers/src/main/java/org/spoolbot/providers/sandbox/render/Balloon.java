package org.spoolbot.providers.sandbox.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A hot-air balloon that sails across the sky. */
final class Balloon {

    private final Sprite sprite;
    private final ClipPlan.FrameSize size;

    Balloon(Palette palette, ClipPlan.FrameSize size) {
        this.size = size;
        int width = Math.max(12, size.shorterSide() / 9);
        sprite = Sprite.draw(width, width * 3 / 2, graphics -> draw(graphics, width, palette));
    }

    void paint(Canvas canvas, double time, double progress) {
        double left = size.width() * (0.40 + 0.16 * progress);
        double top = size.height() * (0.36 - 0.06 * progress + 0.012 * Math.sin(time * 1.4));
        sprite.layOver(canvas, (int) Math.round(left), (int) Math.round(top), 256);
    }

    private static void draw(Graphics2D graphics, int width, Palette palette) {
        double half = width / 2.0;
        Path2D envelope = new Path2D.Double();
        envelope.moveTo(half, width * 1.16);
        envelope.curveTo(half - width * 0.1, width * 1.0, width * 0.02, width * 0.8, width * 0.02, half);
        envelope.curveTo(width * 0.02, -width * 0.14, width * 0.98, -width * 0.14, width * 0.98, half);
        envelope.curveTo(width * 0.98, width * 0.8, half + width * 0.1, width * 1.0, half, width * 1.16);
        graphics.setColor(new Color(palette.accent()));
        graphics.fill(envelope);
        Shape whole = graphics.getClip();
        graphics.clip(envelope);
        graphics.setColor(new Color(0xF7F2E8));
        graphics.fill(new Ellipse2D.Double(width * 0.30, -width * 0.2, width * 0.40, width * 1.5));
        graphics.setColor(new Color(Blend.mix(palette.accent(), 0xC0392B, 0.6)));
        graphics.fill(new Ellipse2D.Double(width * 0.43, -width * 0.2, width * 0.14, width * 1.5));
        graphics.setColor(new Color(0, 0, 0, 45));
        graphics.fill(new Ellipse2D.Double(-width * 0.55, -width * 0.1, width * 0.9, width * 1.4));
        graphics.setClip(whole);
        drawBasket(graphics, width, half);
    }

    private static void drawBasket(Graphics2D graphics, int width, double half) {
        graphics.setColor(new Color(0x3B2A20));
        graphics.setStroke(new BasicStroke(Math.max(1f, width / 45f)));
        graphics.draw(new Line2D.Double(half - width * 0.12, width * 1.05, half - width * 0.08, width * 1.28));
        graphics.draw(new Line2D.Double(half + width * 0.12, width * 1.05, half + width * 0.08, width * 1.28));
        graphics.fill(new RoundRectangle2D.Double(half - width * 0.1, width * 1.27, width * 0.2, width * 0.16, width * 0.06, width * 0.06));
    }
}
