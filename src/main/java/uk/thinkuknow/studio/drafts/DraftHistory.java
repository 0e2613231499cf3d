package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

/** Turns the stored comments, events and revisions of a draft into the texts that its pages show. */
@Singleton
class DraftHistory {
    private static final int REVISIONS = 200;
    private static final int WELSH_REVISIONS = 50;

    private final Drafts drafts;
    private final PeopleService people;
    private final Clock clock;

    DraftHistory(Drafts drafts, PeopleService people, Clock clock) {
        this.drafts = drafts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A comment with its answers.
     *
     * @param back the place whose page shows it; empty on the review page
     */
    record CommentView(
            long id,
            String draft,
            String back,
            Where where,
            CommentText said,
            boolean resolved,
            List<CommentText> answers) {}

    /** The comment's place as text, and its address. */
    record Where(String words, String href) {}

    /** A comment or answer: author, time and text. */
    record CommentText(String by, String at, String words) {}

    /** An event in the draft's history, as a sentence. */
    record EventView(String at, String words, String said) {}

    /**
     * A line in the list of a draft's revisions, or of the revisions of its Welsh.
     *
     * @param now whether it is the present content
     */
    record RevisionLine(int number, String at, String by, String what, boolean now) {}

    /** Returns the unresolved comments on a place. */
    List<CommentView> open(Draft draft, String place) {
        return drafts.comments(draft.id()).stream()
                .filter(comment -> comment.place().equals(place) && !comment.resolved())
                .map(comment -> view(draft, comment, place, ""))
                .toList();
    }

    /** Returns all comments, each with the name of its place. */
    List<CommentView> all(Draft draft, Map<String, String> places) {
        return drafts.comments(draft.id()).stream()
                .map(comment ->
                        view(draft, comment, "", places.getOrDefault(comment.place(), Words.of("drafts.stepTakenOut"))))
                .toList();
    }

    private CommentView view(Draft draft, Drafts.Comment comment, String back, String where) {
        return new CommentView(
                comment.id(),
                draft.publicId(),
                back,
                new Where(where, DraftPlaces.address(draft.publicId(), comment.place())),
                said(comment.staffId(), comment.writtenAt(), comment.words()),
                comment.resolved(),
                comment.answers().stream()
                        .map(answer -> said(answer.staffId(), answer.writtenAt(), answer.words()))
                        .toList());
    }

    private CommentText said(long by, Instant at, String words) {
        return new CommentText(people.nameOf(by), London.timeFrom(clock, at), words);
    }

    /** Returns the events of a draft in order. */
    List<EventView> events(Draft draft) {
        return drafts.events(draft.id()).stream()
                .map(event -> new EventView(
                        TextFormat.time(event.at()),
                        Words.of("drafts.event." + event.what().replace(' ', '-'), people.nameOf(event.staffId())),
                        event.what().equals("planned") ? "" : event.words()))
                .toList();
    }

    /**
     * Returns the latest 200 revisions of a draft, newest first.
     *
     * @param titles the titles of its steps by key
     */
    List<RevisionLine> revisions(Draft draft, Map<String, String> titles) {
        return drafts.revisions(draft.id(), REVISIONS).stream()
                .map(revision -> {
                    var title = titles.getOrDefault(revision.place(), "");
                    var act = revision.place().equals(DraftEditor.WELSH) ? inWelsh(revision) : revision.what();
                    return new RevisionLine(
                            revision.number(),
                            TextFormat.time(revision.savedAt()),
                            people.nameOf(revision.staffId()),
                            title.isBlank() ? act : Words.of("drafts.revisionOf", act, title),
                            revision.number() == draft.revision());
                })
                .toList();
    }

    /** Returns the latest 50 revisions of the draft's Welsh, newest first. */
    @Transactional
    List<RevisionLine> welsh(Draft draft) {
        var revisions = drafts.welshRevisions(draft.id(), WELSH_REVISIONS);
        return revisions.stream()
                .map(revision -> new RevisionLine(
                        revision.number(),
                        London.timeFrom(clock, revision.savedAt()),
                        people.nameOf(revision.staffId()),
                        inWelsh(revision),
                        revision == revisions.getFirst()))
                .toList();
    }

    private static String inWelsh(Drafts.Revision revision) {
        return revision.what().equals(DraftEditor.CHANGED) ? Words.of("drafts.changedWelsh") : revision.what();
    }
}
