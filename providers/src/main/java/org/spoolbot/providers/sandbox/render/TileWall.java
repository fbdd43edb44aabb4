package org.spoolbot.providers.sandbox.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The references as a grid of labelled tiles in the upper left. */
final class TileWall {

    private final Fonts fonts;
    private final List<Tile> tiles;
    private final Color accent;
    private final double unit;
    private final int columns;
    private final double side;

    TileWall(Fonts fonts, ClipPlan plan, Palette palette) {
        this.fonts = fonts;
        tiles = plan.pictures().tiles();
        accent = new Color(palette.accent());
        unit = plan.frame().shorterSide() / 100.0;
        double width = plan.frame().width() - unit * 40;
        double height = plan.frame().height() * 0.52 - unit * 4;
        double largest = unit * 24;
        while (largest > unit * 8 && (int) (width / (largest + unit * 2)) * (int) (height / (largest + unit * 6)) < tiles.size()) {
            largest -= unit;
        }
        side = largest;
        columns = Math.max(1, (int) (width / (side + unit * 2)));
    }

    void draw(Graphics2D graphics) {
        for (int index = 0; index < tiles.size(); index++) {
            double left = unit * 4 + index % columns * (side + unit * 2);
            double top = unit * 4 + index / columns * (side + unit * 2);
            drawTile(graphics, tiles.get(index), left, top);
        }
    }

    private void drawTile(Graphics2D graphics, Tile tile, double left, double top) {
        RoundRectangle2D frame = new RoundRectangle2D.Double(left, top, side, side, unit * 2.4, unit * 2.4);
        graphics.setColor(new Color(10, 10, 22, 175));
        graphics.fill(frame);
        Shape whole = graphics.getClip();
        graphics.clip(frame);
        Optional<BufferedImage> picture = tile.picture().flatMap(this::thumbnail);
        picture.ifPresent(image -> graphics.drawImage(image, (int) left, (int) top, null));
        if (picture.isEmpty()) {
            drawSign(graphics, tile.kind(), left + side / 2, top + side * 0.38);
        }
        drawLabel(graphics, tile, left, top);
        graphics.setClip(whole);
        graphics.setColor(new Color(255, 255, 255, 190));
        graphics.setStroke(new BasicStroke((float) (unit * 0.35)));
        graphics.draw(frame);
    }

    private Optional<BufferedImage> thumbnail(Path picture) {
        try {
            return Optional.of(Pictures.cover(picture, (int) Math.ceil(side) + 1, (int) Math.ceil(side) + 1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void drawLabel(Graphics2D graphics, Tile tile, double left, double top) {
        double size = side * 0.125;
        Font label = fonts.bold(size);
        Font detail = fonts.regular(size * 0.82);
        graphics.setColor(new Color(8, 8, 18, 165));
        graphics.fill(new Rectangle2D.Double(left, top + side - size * 2.9, side, size * 2.9));
        graphics.setColor(accent);
        graphics.setFont(label);
        graphics.drawString(tile.label(), (float) (left + size * 0.6), (float) (top + side - size * 1.65));
        graphics.setColor(new Color(255, 255, 255, 210));
        graphics.setFont(detail);
        graphics.drawString(tile.detail(), (float) (left + size * 0.6), (float) (top + side - size * 0.55));
    }

    private void drawSign(Graphics2D graphics, Tile.Kind kind, double centreX, double centreY) {
        graphics.setColor(accent);
        switch (kind) {
            case IMAGE -> drawPictureSign(graphics, centreX, centreY);
            case VIDEO -> drawPlaySign(graphics, centreX, centreY);
            case AUDIO -> drawWaveSign(graphics, centreX, centreY);
        }
    }

    private void drawPictureSign(Graphics2D graphics, double centreX, double centreY) {
        Path2D mountain = new Path2D.Double();
        mountain.moveTo(centreX - side * 0.24, centreY + side * 0.16);
        mountain.lineTo(centreX - side * 0.06, centreY - side * 0.1);
        mountain.lineTo(centreX + side * 0.05, centreY + side * 0.05);
        mountain.lineTo(centreX + side * 0.12, centreY - side * 0.03);
        mountain.lineTo(centreX + side * 0.24, centreY + side * 0.16);
        mountain.closePath();
        graphics.fill(mountain);
        graphics.fill(new Ellipse2D.Double(centreX + side * 0.06, centreY - side * 0.2, side * 0.1, side * 0.1));
    }

    private void drawPlaySign(Graphics2D graphics, double centreX, double centreY) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(centreX - side * 0.1, centreY - side * 0.16);
        arrow.lineTo(centreX + side * 0.18, centreY);
        arrow.lineTo(centreX - side * 0.1, centreY + side * 0.16);
        arrow.closePath();
        graphics.fill(arrow);
    }

    private void drawWaveSign(Graphics2D graphics, double centreX, double centreY) {
        double[] heights = {0.08, 0.18, 0.30, 0.20, 0.34, 0.22, 0.12};
        double bar = side * 0.045;
        for (int index = 0; index < heights.length; index++) {
            double left = centreX + (index - 3.5) * bar * 1.7;
            double height = heights[index] * side;
            graphics.fill(new RoundRectangle2D.Double(left, centreY - height / 2, bar, height, bar, bar));
        }
    }
}
