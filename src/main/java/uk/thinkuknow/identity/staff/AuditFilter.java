package uk.thinkuknow.identity.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;

/** The filter of the audit page, within what the reader may see; an empty field does not filter. */
public record AuditFilter(
        String who, String act, String subject, String school, Days days, String region, ReadableAudit reach) {
    public static AuditFilter of(QueryParameters asked, StaffMember me) {
        var reach = ReadableAudit.of(me);
        return new AuditFilter(
                text(asked.who()),
                text(asked.act()),
                text(asked.subject()),
                text(asked.school()),
                new Days(text(asked.from()), text(asked.to())),
                reach.scope().isProgramme() ? text(asked.region()) : "",
                reach);
    }

    /** The area of the schools in question: the reader's own area, or the region they chose. */
    Scope within() {
        return region.isEmpty() ? reach.scope() : Scope.region(region);
    }

    /** A date for a date field; empty if the text is no date. */
    public String shown(String typed) {
        try {
            return LocalDate.parse(typed).toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** The filter as part of a query string: "who=tess&act=signed&". */
    public String query() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("who", who);
        fields.put("act", act);
        fields.put("subject", subject);
        fields.put("school", school);
        fields.put("from", days.from);
        fields.put("to", days.to);
        fields.put("region", region);
        return fields.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** The filter's fields as the query string has them. */
    public record QueryParameters(
            @RestQuery @Nullable String who,
            @RestQuery @Nullable String act,
            @RestQuery @Nullable String subject,
            @RestQuery @Nullable String school,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String region) {}

    /** The first and the last day, as typed. */
    public record Days(String from, String to) {
        /**
         * The first instant of the first day.
         *
         * @throws Refused if it is not a date
         */
        public Optional<Instant> since() {
            return day(from, "first").map(day -> London.at(day.atStartOfDay()));
        }

        /**
         * The first instant after the last day.
         *
         * @throws Refused if it is not a date
         */
        public Optional<Instant> until() {
            return day(to, "last").map(day -> London.at(day.plusDays(1).atStartOfDay()));
        }

        private static Optional<LocalDate> day(String typed, String which) {
            try {
                var day = typed.isEmpty() ? null : LocalDate.parse(typed);
                if (day != null && (day.getYear() < 1900 || day.getYear() > 9000)) {
                    throw new Refused("staff.dayWrong", which); // the database knows no such year
                }
                return Optional.ofNullable(day);
            } catch (DateTimeException e) {
                throw new Refused("staff.dayWrong", which);
            }
        }
    }

    /**
     * The part of the audit that a person may read: auditors and administrators all of it, a manager what concerns
     * schools of their area.
     *
     * @param schoolsOnly true if they see only entries about schools
     * @param scope the area of those schools
     */
    public record ReadableAudit(boolean schoolsOnly, Scope scope) {
        static ReadableAudit of(StaffMember me) {
            return me.is(Role.AUDITOR) || me.is(Role.ADMINISTRATOR)
                    ? new ReadableAudit(false, Scope.PROGRAMME)
                    : new ReadableAudit(true, me.scope());
        }
    }
}
