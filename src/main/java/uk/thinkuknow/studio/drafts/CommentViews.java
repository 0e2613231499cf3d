package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.identity.staff.PeopleService;

/** What was said of a draft, as its pages show it. */
@Singleton
class CommentViews {
    private final Comments comments;
    private final PeopleService people;
    private final Moments moments;

    CommentViews(Comments comments, PeopleService people, Moments moments) {
        this.comments = comments;
        this.people = people;
        this.moments = moments;
    }

    /**
     * A comment with its answers.
     *
     * @param back the place whose page shows it; empty on the page of the review
     */
    record CommentView(
            long id,
            String draft,
            String back,
            String where,
            String href,
            String by,
            String at,
            String words,
            boolean resolved,
            List<AnswerView> answers) {}

    /** An answer to one. */
    record AnswerView(String by, String at, String words) {}

    /** What is not settled of one place. */
    List<CommentView> open(Draft draft, String place) {
        return comments.of(draft.id()).stream()
                .filter(comment -> comment.place().equals(place) && !comment.resolved())
                .map(comment -> view(draft, comment, place, ""))
                .toList();
    }

    /** All that was said, each with the name of its place. */
    List<CommentView> all(Draft draft, Map<String, String> places) {
        return comments.of(draft.id()).stream()
                .map(comment ->
                        view(draft, comment, "", places.getOrDefault(comment.place(), "A step that was taken out")))
                .toList();
    }

    private CommentView view(Draft draft, Comments.Comment comment, String back, String where) {
        return new CommentView(
                comment.id(),
                draft.publicId(),
                back,
                where,
                Places.address(draft.publicId(), comment.place()),
                people.nameOf(comment.staffId()),
                moments.words(comment.writtenAt()),
                comment.words(),
                comment.resolved(),
                comment.answers().stream()
                        .map(answer -> new AnswerView(
                                people.nameOf(answer.staffId()), moments.words(answer.writtenAt()), answer.words()))
                        .toList());
    }
}
