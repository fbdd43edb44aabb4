package org.spoolbot.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.message.Control;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

class KeyboardsTest {
    private static final Control.Select LENGTH = menu("v1:length", "5", "8", "12");
    private static final Control.Button GO = Control.Button.primary("v1:go:ABC", "Generate");

    private static Control.Select menu(String id, String... values) {
        return new Control.Select(
                id, "Length", IntStream.range(0, values.length).mapToObj(at -> new Control.Option(values[at], values[at] + " s", at == 0)).toList());
    }

    private static List<InlineKeyboardButton> keys(InlineKeyboardMarkup keyboard) {
        return keyboard.getKeyboard().stream().flatMap(List::stream).toList();
    }

    private static String option(Control.Select menu, int place, int option) {
        return keys(Keyboards.options(menu, place)).get(option).getCallbackData();
    }

    @Test
    void theCardShowsEachChoiceAndItsButtons() {
        InlineKeyboardMarkup keyboard = Keyboards.of(List.of(LENGTH, GO)).orElseThrow();

        assertThat(keys(keyboard)).extracting(InlineKeyboardButton::getText).containsExactly("Length: 5 s ▾", "Generate");
        assertThat(keys(keyboard).get(1).getCallbackData()).isEqualTo("v1:go:ABC");
        assertThat(Keyboards.of(List.of())).isEmpty();
    }

    @Test
    void theLargestCardAndTheLargestMenuFitIntoWhatTelegramTakes() {
        String longest = "v1:" + "ж".repeat(30) + "x";
        Control.Select large = menu(longest, IntStream.range(0, 25).mapToObj(Integer::toString).toArray(String[]::new));
        List<Control> controls = new ArrayList<>();
        IntStream.range(0, 25).forEach(_ -> controls.add(large));

        for (InlineKeyboardMarkup keyboard : List.of(Keyboards.of(controls).orElseThrow(), Keyboards.options(large, 24))) {
            assertThat(keys(keyboard)).hasSizeBetween(25, 100).allSatisfy(key -> {
                assertThat(key.getText()).isNotBlank();
                assertThat(key.getCallbackData().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
            });
            assertThat(keyboard.getKeyboard()).allSatisfy(row -> assertThat(row).hasSizeBetween(1, 8));
        }
    }

    @Test
    void whatIsChosenIsWhatWasSeen() {
        Optional<List<Control>> card = Optional.of(List.of(LENGTH, GO));

        assertThat(Pressed.of(option(LENGTH, 0, 1), card))
                .isEqualTo(new Pressed.Action("v1:length", java.util.Map.of("v1:length", List.of("8"))));
        assertThat(Pressed.of("m:0", card)).isEqualTo(new Pressed.Open(LENGTH, 0));
        assertThat(Pressed.of("b", card)).isInstanceOf(Pressed.Back.class);
        assertThat(Pressed.of("v1:go:ABC", card)).isEqualTo(new Pressed.Action("v1:go:ABC", java.util.Map.of()));
    }

    @Test
    void aMenuThatChangedWhileItWasPressedDoesNotChooseSomethingElse() {
        String seen = option(LENGTH, 0, 2);
        Control.Select shorter = menu("v1:length", "4", "5", "6");

        assertThat(Pressed.of(seen, Optional.of(List.of(shorter, GO)))).isInstanceOf(Pressed.Stale.class);
    }

    @Test
    void dataThatNobodyWroteIsStale() {
        Optional<List<Control>> card = Optional.of(List.of(LENGTH, GO));
        for (String data : List.of("m:", "m:1", "m:99", "m:-1", "o:", "o:0", "o:0:0", "o:0:0:", "o:0:99:x", "o:x:y:z", "o:1:0:x", "m:9999999999")) {
            assertThat(Pressed.of(data, card)).as(data).isInstanceOf(Pressed.Stale.class);
        }
        assertThat(Pressed.of("m:0", Optional.empty())).isInstanceOf(Pressed.Stale.class);
    }

    @Test
    void menusAreKnownAfterARestartAndForAMonth() {
        MemoryStore store = new MemoryStore();
        SettableClock clock = SettableClock.atTen();
        new MenuShelf(store, clock).put("-100", "7", List.of(LENGTH, GO));

        MenuShelf restarted = new MenuShelf(store, clock);
        assertThat(Pressed.of(option(LENGTH, 0, 1), restarted.get("-100", "7"))).isInstanceOf(Pressed.Action.class);
        clock.advance(Duration.ofDays(31));
        assertThat(restarted.get("-100", "7")).isEmpty();
        restarted.tidy();
        assertThat(store.scan("", "", 10)).isEmpty();
    }

    @Test
    void aMessageWithoutMenusLeavesNothingInTheStore() {
        MemoryStore store = new MemoryStore();
        MenuShelf shelf = new MenuShelf(store, SettableClock.atTen());
        shelf.put("-100", "7", List.of(LENGTH));
        shelf.put("-100", "7", List.of(GO));

        assertThat(store.scan("", "", 10)).isEmpty();
    }
}
