package uk.thinkuknow.operations.system;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeContent;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.jobs.JobRunner;

/** Shows administrators on their home page what the checks of the system found. */
@Singleton
@Priority(940)
class SystemNotices implements HomeNotices, HomeContent {
    private static final String PAGE = "/system";

    private final SystemReport report;
    private final JobRunner jobs;
    private final Clock clock;

    SystemNotices(SystemReport report, JobRunner jobs, Clock clock) {
        this.report = report;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var failed = lines().stream()
                .filter(line -> !line.todo().isEmpty())
                .map(line -> notice(
                        Words.of("system.notice", line.name(), line.words()),
                        line.todo(),
                        Objects.requireNonNullElse(line.href(), PAGE)));
        var late = jobs.all().stream()
                .filter(job -> job.late() || job.problem() != null)
                .map(job -> notice(
                        job.words(),
                        Objects.requireNonNullElseGet(job.problem(), () -> Words.of("system.jobIsLate")),
                        PAGE));
        return Stream.concat(failed, late).toList();
    }

    @Override
    public HomeParts parts(StaffMember me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            return HomeParts.NONE;
        }
        var lines = lines();
        long passed = lines.stream().filter(line -> line.todo().isEmpty()).count();
        return new HomeParts(
                List.of(new HomeFigure(
                        Words.of("system.checks"),
                        Words.of("system.checksPassed", passed, lines.size()),
                        "",
                        Words.of("system.checksText"),
                        PAGE)),
                List.of());
    }

    private List<SystemReport.Line> lines() {
        try {
            return report.at(clock.instant()).lines();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HomeNotice notice(String words, String detail, String href) {
        return new HomeNotice(words, detail, Words.of("system.problem"), href);
    }
}
