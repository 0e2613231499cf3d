package uk.thinkuknow.schools.calendars;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.schools.years.SchoolYearSaved;

/** Adds the bank holidays of a school year when it is added. Those on record stay, because a date may be corrected. */
@Singleton
class YearListener {
    private final DataSource database;

    YearListener(DataSource database) {
        this.database = database;
    }

    void hear(@Observes SchoolYearSaved year) {
        var rows = BankHolidays.of(year.nation(), year.firstDay(), year.lastDay()).stream()
                .map(each -> List.<Object>of(year.nation(), each.firstDay(), each.key()))
                .toList();
        Sql.run(
                database,
                connection -> Sql.batch(
                        connection, "insert ignore into bank_holiday (nation, on_day, name) values (?, ?, ?)", rows));
    }
}
