package uk.thinkuknow.schools.imports;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows managers of the whole programme on their home page an import that waits for a second manager, because a school
 * hands over to a successor in it; not those they uploaded themselves.
 */
@Singleton
@Priority(350)
class ImportNotices implements HomeNotices {
    private final SchoolImports imports;

    ImportNotices(SchoolImports imports) {
        this.imports = imports;
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        if (!me.is(Role.MANAGER) || !me.scope().isProgramme()) {
            return List.of();
        }
        return imports.ready().stream()
                .filter(each -> !each.counts().changeNothing() && !each.needsAnother(me))
                .map(each -> new HomeNotice(
                        Words.of("imports.notice"),
                        Words.of("imports.noticeText", each.source().by()),
                        Words.of("imports.noticeButton"),
                        "/schools/imports/" + each.publicId()))
                .toList();
    }
}
