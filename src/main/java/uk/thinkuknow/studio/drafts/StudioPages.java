package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.session.Teachings;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonSearch;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Builds the studio's start page: drafts waiting for the viewer, other open drafts, and published lessons. The drafts
 * that wait are on the viewer's home page too.
 */
@Singleton
@Priority(690)
class StudioPages implements HomeNotices {
    private final DraftHeaders heads;
    private final DiscardedDrafts discarded;
    private final CurriculumService curriculum;
    private final Teachings teachings;

    StudioPages(DraftHeaders heads, DiscardedDrafts discarded, CurriculumService curriculum, Teachings teachings) {
        this.heads = heads;
        this.discarded = discarded;
        this.curriculum = curriculum;
        this.teachings = teachings;
    }

    /**
     * The start page.
     *
     * @param writes whether the viewer may write drafts
     * @param opens whether the viewer may change locked lessons
     * @param waiting the drafts that wait for the viewer
     * @param drafts the other open drafts
     * @param discarded the discarded drafts that the viewer may restore; empty in a search
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StudioPage(
            boolean writes,
            boolean opens,
            List<DraftHeaders.DraftHeader> waiting,
            List<DraftHeaders.DraftHeader> drafts,
            List<DraftHeaders.DraftHeader> discarded,
            LessonSearch search,
            List<Line> lessons,
            List<Line> withdrawn)
            implements TemplateInstance {}

    /**
     * A published lesson, with the action to begin a new version.
     *
     * @param welsh the percentage translated into Welsh
     * @param taught the number of sessions started with any version
     */
    record Line(PublishedModule module, int welsh, long taught) {
        public String ages() {
            return module.lesson().band().replace('-', '–');
        }

        public String language() {
            return Words.of(module.lesson().language().equals("cy") ? "drafts.welsh" : "drafts.english");
        }
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        return me.is(Role.REVIEWER) || writes(me)
                ? heads.open(me).stream()
                        .filter(draft -> waits(draft, me))
                        .map(StudioPages::notice)
                        .toList()
                : List.of();
    }

    private static HomeNotice notice(DraftHeaders.DraftHeader draft) {
        var what = switch (draft.state()) {
            case SAFEGUARDING, LANGUAGE -> "Review";
            case APPROVED -> "Publish";
            default -> "Change";
        };
        return new HomeNotice(
                Words.of("drafts.home." + what, draft.title()),
                Words.of("drafts.homeSaved", draft.ages(), draft.saved(), draft.savedBy()),
                Words.of("drafts.homeTag." + what),
                draft.href() + (draft.state() == DraftState.DRAFT ? "" : "/review"));
    }

    /** Returns the page, with the published lessons filtered by words and age band; empty values do not filter. */
    StudioPage show(StaffMember me, String words, String band, int page) {
        var all = heads.open(me);
        var search = curriculum.search(words, band, page);
        return new StudioPage(
                writes(me),
                LessonLocks.mayLock(me),
                all.stream().filter(draft -> waits(draft, me)).toList(),
                all.stream().filter(draft -> !waits(draft, me)).toList(),
                search.isNarrowed() ? List.of() : discarded.of(me),
                search,
                lines(search.shown()),
                search.isNarrowed() || !search.isLast() ? List.of() : lines(curriculum.withdrawn()));
    }

    private List<Line> lines(List<PublishedModule> modules) {
        var versions = modules.stream()
                .collect(Collectors.toMap(PublishedModule::key, module -> curriculum.versionsOf(module.key())));
        var taught = teachings.timesTaught(
                versions.values().stream().flatMap(List::stream).toList());
        return modules.stream()
                .map(module -> new Line(
                        module,
                        curriculum.welshPercent(module.versionId()),
                        versions.getOrDefault(module.key(), List.of()).stream()
                                .mapToLong(version -> taught.getOrDefault(version, 0L))
                                .sum()))
                .toList();
    }

    private static boolean writes(StaffMember me) {
        return me.is(Role.TRAINER) || me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR);
    }

    /**
     * Returns whether a draft waits for the viewer: for a reviewer who did not write it, if in review and not passed on
     * to another; for a manager or administrator, if approved and not planned; for an author, if changes were asked
     * for.
     */
    private static boolean waits(DraftHeaders.DraftHeader draft, StaffMember me) {
        return switch (draft.state()) {
            case SAFEGUARDING, LANGUAGE ->
                me.is(Role.REVIEWER) && !draft.mine() && (draft.reviewer() == null || draft.isWithMe());
            case APPROVED -> (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)) && draft.planned() == null;
            case DRAFT -> draft.mine() && draft.sentBackBy() != null;
            case PUBLISHED, DISCARDED -> false;
        };
    }
}
