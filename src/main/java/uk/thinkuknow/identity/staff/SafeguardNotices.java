package uk.thinkuknow.identity.staff;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import uk.thinkuknow.common.Words;

/** Makes the notices of administrators about safeguards that nobody has recorded yet. */
@Singleton
@Priority(950)
class SafeguardNotices implements HomeNotices {
    private final Safeguards safeguards;

    SafeguardNotices(Safeguards safeguards) {
        this.safeguards = safeguards;
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        return me.is(Role.ADMINISTRATOR)
                ? safeguards.missing().stream()
                        .map(kind -> new HomeNotice(
                                Words.of("staff.toRecord", kind.inWords()),
                                Words.of("staff.noLessonBefore"),
                                Words.of("staff.notRecorded"),
                                "/safeguards"))
                        .toList()
                : List.of();
    }
}
