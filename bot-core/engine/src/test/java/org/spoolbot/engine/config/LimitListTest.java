package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;

class LimitListTest {
    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        "clips-per-day: 3,CLIPS_PER_DAY,3",
        "clips-per-month: 0,CLIPS_PER_MONTH,0",
        "cost-per-day: 10,COST_PER_DAY,10000000",
        "cost-per-week: 0.000001,COST_PER_WEEK,1",
        "cost-per-month: 19.99,COST_PER_MONTH,19990000",
        "seconds-per-day: 2m,SECONDS_PER_DAY,120",
        "cooldown: 30,COOLDOWN,30",
        "cooldown: 5m,COOLDOWN,300",
        "length: 15 s,LENGTH,15",
        "resolution: 1080p,RESOLUTION,1080",
        "resolution: 4k,RESOLUTION,2160",
        "resolution: 0,RESOLUTION,0"
    })
    void aLimitIsWhatPeopleWrite(String text, Measure measure, long amount) {
        assertThat(read(text)).contains(List.of(new QuotaLimit(measure, OptionalLong.of(amount))));
    }

    @Test
    void unlimitedMustBeWritten() {
        assertThat(read("running: unlimited")).contains(List.of(new QuotaLimit(Measure.RUNNING, OptionalLong.empty())));
        assertThat(read("running:")).isEmpty();
        assertThat(faults.all()).singleElement().asString().contains("'running' cannot be ''; write a whole number, or unlimited; 0 means none");
    }

    @ParameterizedTest
    @CsvSource({
        "clips-per-day: -1", "clips-per-day: 3.5", "clips-per-day: 3 a day", "clips-per-day: Unlimited", "clips-per-day: [3]", "clips-per-day: 9999999999999",
        "cost-per-day: 0.0000001", "cost-per-day: 1e3", "cost-per-day: 10 USD", "length: 500ms", "length: 1.5", "resolution: p", "resolution: 720pp"
    })
    void whatIsNoLimitIsNeverTakenForOne(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(faults.all()).singleElement().asString().contains("or unlimited");
    }

    private Optional<List<QuotaLimit>> read(String text) {
        Node.Table table = new YamlReader(new Substitution(name -> Optional.empty())).read("limits.yml", text, faults).orElseThrow();
        return LimitList.read(Optional.of(table), Optional.empty(), faults).map(LimitList::limits);
    }
}
