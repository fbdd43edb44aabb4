package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever writes @image2 sees on the card which picture that is. */
class SheetTest {
    private static final int CELL = 100;
    private static final int DOT = 4;
    private static final int GREEN = 0x00FF00;

    private static Optional<BufferedImage> picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Numerals.fill(picture, GREEN, 0, 0, width, height);
        return Optional.of(picture);
    }

    private static String corner(BufferedImage sheet, int left, int top, int columns) {
        StringBuilder seen = new StringBuilder();
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < columns; column++) {
                int colour = sheet.getRGB(left + column * DOT + DOT / 2, top + row * DOT + DOT / 2) & 0xFFFFFF;
                seen.append(colour == 0xFFFFFF ? '#' : '.');
            }
            seen.append('\n');
        }
        return seen.toString();
    }

    @Test
    void eachPictureBearsItsNumber() {
        BufferedImage sheet = Sheet.of(Collections.nCopies(10, picture(80, 60)), CELL);

        assertThat(corner(sheet, CELL, 0, 7)).isEqualTo("""
                .......
                ..###..
                .#...#.
                .....#.
                ....#..
                ...#...
                ..#....
                .#####.
                .......
                """);
        assertThat(corner(sheet, CELL, 2 * CELL, 13)).isEqualTo("""
                .............
                ...#....###..
                ..##...#...#.
                ...#...#..##.
                ...#...#.#.#.
                ...#...##..#.
                ...#...#...#.
                ..###...###..
                .............
                """);
    }

    @Test
    void aPictureThatCannotBeReadKeepsItsPlaceSoThatTheOthersKeepTheirNumbers() {
        BufferedImage sheet = Sheet.of(List.of(picture(100, 100), Optional.empty(), picture(100, 100)), CELL);

        assertThat(sheet.getRGB(50, 50) & 0xFFFFFF).isEqualTo(GREEN);
        assertThat(sheet.getRGB(CELL + 50, 50) & 0xFFFFFF).isNotEqualTo(GREEN);
        assertThat(sheet.getRGB(50, CELL + 50) & 0xFFFFFF).isEqualTo(GREEN);
        assertThat(corner(sheet, 0, CELL, 7)).startsWith(".......\n.#####.\n....#..\n");
    }

    @Test
    void aPictureAloneIsShownAsItIs() {
        BufferedImage alone = picture(80, 60).orElseThrow();

        assertThat(Sheet.of(List.of(Optional.of(alone)), CELL)).isSameAs(alone);
    }
}
