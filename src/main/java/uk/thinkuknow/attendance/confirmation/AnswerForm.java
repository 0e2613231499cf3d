package uk.thinkuknow.attendance.confirmation;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.returns.NoReason;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;

/** What a person answers about a return that waits: that it is right, or what is wrong. */
record AnswerForm(
        @RestForm @Nullable String answer,
        @RestForm @Nullable String why,
        @RestForm @Nullable String seen) {
    static final AnswerForm EMPTY = new AnswerForm(null, null, null);
    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";

    boolean confirms() {
        return RIGHT.equals(answer);
    }

    String reason() {
        return why == null ? "" : why.strip();
    }

    /** Returns what was on the page that the person answers. */
    WaitingReturn.Seen seen(PublicId session) {
        var shown = WaitingReturn.Seen.of(seen == null ? "" : seen);
        return new WaitingReturn.Seen(session, shown.signature());
    }

    List<FormError> errors() {
        var errors = new ArrayList<FormError>();
        if (!confirms() && !WRONG.equals(answer)) {
            errors.add(new FormError("answer", Words.of("confirmation.chooseAnswer")));
        }
        if (WRONG.equals(answer) && (reason().isEmpty() || reason().length() > NoReason.AT_MOST)) {
            errors.add(new FormError("why", Words.of("confirmation.sayWhatIsWrong", NoReason.AT_MOST)));
        }
        if (confirms() && !reason().isEmpty()) {
            errors.add(new FormError("why", Words.of("confirmation.rightAndWrong")));
        }
        return errors;
    }

    List<FormOption> options(int children, String signer) {
        return List.of(
                new FormOption(
                        RIGHT,
                        Words.of("confirmation.isRight"),
                        confirms(),
                        Words.of("confirmation.isRightHint", children)),
                new FormOption(
                        WRONG,
                        Words.of("confirmation.isWrong"),
                        WRONG.equals(answer),
                        Words.of("confirmation.isWrongHint", signer)));
    }
}
