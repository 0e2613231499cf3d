package uk.thinkuknow.attendance.check;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices.HomeNotice;
import uk.thinkuknow.web.FormError;

/**
 * Builds the pages of the figure checks: the results, the form for a school's answer, and its notice on the home page.
 */
final class FigureCheckPages {
    private FigureCheckPages() {}

    /** The page of results: those by chance, those by risk, the signs of risk, and the weekly draws. */
    @CheckedTemplate(basePath = "attendance/check", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CheckPage(Results chance, Results risk, List<String> signs, List<DrawRow> draws)
            implements TemplateInstance {}

    /** The result of one kind of draw in words, and its returns. */
    record Results(String sentence, List<AskedRow> rows) {}

    /**
     * A drawn return in the list of results; its heads are dashes until it is answered.
     *
     * @param reasons its signs of risk in words; none if it was drawn by chance
     */
    record AskedRow(
            String session,
            String school,
            String day,
            String week,
            List<String> reasons,
            Heads heads,
            String standing) {}

    /** The heads as signed and as given again, and the difference. */
    record Heads(String signed, String said, String difference) {
        static final Heads UNKNOWN = new Heads("–", "–", "–");

        static Heads of(int signed, int said) {
            int more = said - signed;
            return new Heads(
                    String.valueOf(signed),
                    String.valueOf(said),
                    more == 0 ? Words.of("check.theSame") : more > 0 ? "+" + more : "−" + -more);
        }
    }

    /** The draw of one week: how many were drawn by chance and by risk, each from how many, with which seed. */
    record DrawRow(String week, int drawn, int among, int byRisk, int risky, String seed) {}

    /** The form that asks a colleague for the heads of each class. */
    @CheckedTemplate(basePath = "attendance/check", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AskPage(
            String id,
            String forWhom,
            String when,
            String howPicked,
            String until,
            List<Field> fields,
            List<FormError> errors)
            implements TemplateInstance {}

    /** The field for the heads of one class, with its text as typed and its error. */
    record Field(
            String name,
            String label,
            String value,
            @Nullable String error) {}

    static CheckPage check(
            FigureCheck check, List<FigureQuestions.DrawnReturn> asked, List<FigureDraws.WeeklyDraw> draws) {
        var byRisk = Objects.requireNonNull(check.byRisk());
        return new CheckPage(
                new Results(check.sentence(), rows(asked, DrawKind.CHANCE)),
                new Results(byRisk.sentence(), rows(asked, DrawKind.RISK)),
                FigureChecks.signsOfRisk(),
                draws.stream().map(FigureCheckPages::row).toList());
    }

    private static DrawRow row(FigureDraws.WeeklyDraw each) {
        var draw = each.draw();
        return new DrawRow(
                TextFormat.day(each.week()),
                draw.byChance().size(),
                draw.among().size(),
                draw.byRisk().size(),
                draw.risky().size(),
                draw.seed());
    }

    private static List<AskedRow> rows(List<FigureQuestions.DrawnReturn> asked, DrawKind kind) {
        return asked.stream()
                .filter(each -> each.kind() == kind)
                .map(FigureCheckPages::row)
                .toList();
    }

    private static AskedRow row(FigureQuestions.DrawnReturn each) {
        var heads = each.heads();
        var said = heads.said();
        return new AskedRow(
                each.session(),
                each.school(),
                TextFormat.day(each.day()),
                TextFormat.day(each.week()),
                each.reasons().stream().map(Words::of).toList(),
                said == null || each.state() != FigureQuestion.State.ANSWERED
                        ? Heads.UNKNOWN
                        : Heads.of(heads.signed(), said),
                Words.of(each.state()));
    }

    static AskPage ask(FigureQuestion question, SessionFacts session, TypedHeads typed) {
        var fields = new ArrayList<Field>();
        var errors = new ArrayList<FormError>();
        for (int i = 0; i < question.heads().size(); i++) {
            var name = question.heads().get(i).name();
            if (typed.sent() && !typed.isNumber(i)) {
                errors.add(new FormError("heads-" + i, Words.of("check.typeHeads", name)));
            }
            fields.add(new Field("heads-" + i, name, typed.text(i), FormError.of(errors, "heads-" + i)));
        }
        return new AskPage(
                question.publicId().value(),
                session.forWhom(),
                London.inWords(session.startedAt()),
                howPicked(question),
                London.inWords(question.dueAt()),
                fields,
                errors);
    }

    static HomeNotice notice(FigureQuestion question, SessionFacts session) {
        return new HomeNotice(
                Words.of("check.noticeTitle", session.forWhom()),
                Words.of(
                        "check.noticeText",
                        TextFormat.day(session.localDate()),
                        TextFormat.day(London.dateOf(question.dueAt()))),
                Words.of("check.noticeTag"),
                "/figure-check/" + question.publicId());
    }

    /**
     * Says how the return was picked, without its signs of risk: some of them would tell what was signed.
     */
    static String howPicked(FigureQuestion question) {
        return Words.of(question.drawKind());
    }

    /** Returns the classes and their heads in words: "5B Rowan 27, 6A Maple 30". */
    static String inWords(List<ClassHeads> heads) {
        return heads.stream().map(each -> each.name() + " " + each.said()).collect(Collectors.joining(", "));
    }
}
