package uk.thinkuknow.privacy.held;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HeldTable;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.TableExporter;

/**
 * Collects the data held about a school, for the administrators of the installation and the school's own administrators
 * and safeguarding leads. Of children's seats and answers it gives only the number, of worries nothing.
 */
@Singleton
class HeldDataService {
    private final EntityManager database;
    private final SchoolService schools;
    private final StaffingService staffing;
    private final PeopleService people;
    private final List<RetentionRule> rules;

    HeldDataService(
            EntityManager database,
            SchoolService schools,
            StaffingService staffing,
            PeopleService people,
            @All List<RetentionRule> rules) {
        this.database = database;
        this.schools = schools;
        this.staffing = staffing;
        this.people = people;
        this.rules = rules;
    }

    /**
     * The number of rows of a section, and how long they are kept, in words.
     *
     * @param count null if it is not given
     */
    record Counted(Section section, @Nullable Long count, String kept) {}

    /** A school and the data held about it. */
    record Held(SchoolFacts school, List<Counted> all) {}

    /** @throws NotFound if the user may not see everything about the school */
    @Transactional
    Held of(StaffMember me, PublicId id) {
        var school = own(me, id);
        return new Held(
                school,
                Section.ALL.stream()
                        .map(section -> new Counted(section, count(section, school.id()), kept(section)))
                        .toList());
    }

    /**
     * The data held about a school as tables: an overview, then the rows of each section that may be exported. The
     * export is recorded in the audit.
     *
     * @throws NotFound if the user may not see everything about the school
     */
    @Transactional
    List<TableExporter.Sheet> tables(StaffMember me, PublicId id) {
        var held = of(me, id);
        var sheets = new ArrayList<TableExporter.Sheet>();
        var overview = new ArrayList<List<@Nullable Object>>();
        held.all().forEach(each -> overview.add(Arrays.asList(each.section().title(), each.count(), each.kept())));
        sheets.add(new TableExporter.Sheet("held", List.of("what", "how many", "kept"), overview));
        for (var each : held.all()) {
            if (!each.section().columns().isEmpty()) {
                sheets.add(new TableExporter.Sheet(
                        each.section().key(),
                        each.section().columns(),
                        rows(each.section(), held.school().id())));
            }
        }
        people.note(
                me.name(), Words.of("held.copied"), "school " + held.school().publicId(), "");
        return sheets;
    }

    private SchoolFacts own(StaffMember me, PublicId id) {
        var school = schools.school(id);
        if (!staffing.maySeeHeldData(me, school.id())) {
            throw new NotFound();
        }
        return school;
    }

    private @Nullable Long count(Section section, long school) {
        return section.sql().isEmpty()
                ? null
                : ((Number) database.createNativeQuery("select count(*) from " + section.from(), Long.class)
                                .setParameter(1, school)
                                .getSingleResult())
                        .longValue();
    }

    private List<List<@Nullable Object>> rows(Section section, long school) {
        List<?> found = database.createNativeQuery(section.sql())
                .setParameter(1, school)
                .getResultList();
        return found.stream()
                .map(row -> row instanceof Object[] cells ? cells(cells) : cells(new Object[] {row}))
                .toList();
    }

    private static List<@Nullable Object> cells(@Nullable Object[] row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var cell : row) {
            cells.add(cell == null || cell instanceof Number ? cell : cell.toString());
        }
        return cells;
    }

    private String kept(Section section) {
        var table = Objects.requireNonNull(HeldTable.ALL.get(section.table()));
        return rules.stream()
                .map(RetentionRule::terms)
                .filter(terms -> terms.key().equals(table.rule()))
                .findFirst()
                .map(terms -> Words.of("held.keptDays", terms.days(), terms.after()))
                .orElseGet(() -> Objects.requireNonNullElse(table.kept(), ""));
    }
}
