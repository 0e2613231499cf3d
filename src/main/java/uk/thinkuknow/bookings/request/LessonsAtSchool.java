package uk.thinkuknow.bookings.request;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonsOfBand;
import uk.thinkuknow.schools.school.SchoolService;

/** The lessons that a school can book, without those that are withdrawn where it is. */
@Singleton
public class LessonsAtSchool {
    private final CurriculumService curriculum;
    private final SchoolService schools;

    LessonsAtSchool(CurriculumService curriculum, SchoolService schools) {
        this.curriculum = curriculum;
        this.schools = schools;
    }

    List<LessonsOfBand> byBand(long schoolId, Collection<String> wanted) {
        return curriculum.byBand(wanted, schools.school(schoolId)::isIn);
    }

    /**
     * @throws LessonWithdrawn if the lesson is withdrawn where the school is
     * @throws NotFound if there is no such lesson
     */
    PublishedModule toBook(long schoolId, String moduleKey) {
        return curriculum.toTeach(moduleKey, schools.school(schoolId)::isIn);
    }

    public boolean isWithdrawn(long schoolId, String moduleKey) {
        return curriculum.isWithdrawn(moduleKey, schools.school(schoolId)::isIn);
    }

    /** Returns the keys of the lessons that are withdrawn anywhere. */
    public Set<String> withdrawnAnywhere() {
        return curriculum.withdrawnAnywhere();
    }

    /** Returns the lessons that can take the place of a withdrawn one: for the same ages and the same audience. */
    public List<PublishedModule> insteadOf(long schoolId, RequestDetails asked) {
        var band =
                curriculum.newest(asked.moduleKey()).map(gone -> gone.lesson().band());
        return curriculum.currentIn(schools.school(schoolId)::isIn).stream()
                .filter(module -> band.filter(module.lesson().band()::equals).isPresent())
                .filter(module -> asked.audience() != Audience.ASSEMBLY
                        || !module.lesson().lessonOnly())
                .toList();
    }
}
