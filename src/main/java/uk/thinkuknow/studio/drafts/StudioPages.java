package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.session.Teachings;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonSearch;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Puts together the first page of the studio: what waits for whoever looks, what is being written, what is published. */
@Singleton
class StudioPages {
    private final DraftHeads heads;
    private final CurriculumService curriculum;
    private final Teachings teachings;

    StudioPages(DraftHeads heads, CurriculumService curriculum, Teachings teachings) {
        this.heads = heads;
        this.curriculum = curriculum;
        this.teachings = teachings;
    }

    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StudioPage(
            boolean writes,
            boolean opens,
            List<DraftHeads.DraftHead> waiting,
            List<DraftHeads.DraftHead> drafts,
            LessonSearch search,
            List<Line> lessons,
            List<Line> withdrawn)
            implements TemplateInstance {}

    /**
     * A published lesson, of which a new version can be begun.
     *
     * @param welsh how far it is in Welsh, in per cent; 0 if nobody has begun
     * @param taught how many sessions were started with it, whatever the version
     */
    record Line(PublishedModule module, int welsh, long taught) {
        public String ages() {
            return module.lesson().band().replace('-', '–');
        }

        public String language() {
            return module.lesson().language().equals("cy") ? "Welsh" : "English";
        }
    }

    /** The list of what is published is narrowed by words and a band, each empty for all. */
    StudioPage show(StaffMember me, String words, String band, int page) {
        var all = heads.open(me);
        var search = curriculum.search(words, band, page);
        return new StudioPage(
                writes(me),
                Locks.opens(me),
                all.stream().filter(draft -> waits(draft, me)).toList(),
                all.stream().filter(draft -> !waits(draft, me)).toList(),
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
     * Is it her turn? A reviewer's where it is in review, she wrote none of it and it was passed on to nobody else; whoever
     * publishes, where it is approved and no day is set; an author's, where changes were asked for.
     */
    private static boolean waits(DraftHeads.DraftHead draft, StaffMember me) {
        return switch (draft.state()) {
            case SAFEGUARDING, LANGUAGE ->
                me.is(Role.REVIEWER)
                        && !draft.mine()
                        && (draft.reviewer() == null || DraftHeads.YOU.equals(draft.reviewer()));
            case APPROVED -> (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)) && draft.planned() == null;
            case DRAFT -> draft.mine() && draft.sentBackBy() != null;
            case PUBLISHED, DISCARDED -> false;
        };
    }
}
