package uk.thinkuknow.attendance.register;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.web.FormError;

/** The register's form as the signer sent it: some fields for each class and visitor, named by {@link RegisterFields}. */
public record RegisterForm(MultivaluedMap<String, String> fields) {

    /** Returns the entries for a class; empty if the form did not show it. */
    Optional<ClassEntry> of(PublicId classId) {
        return fields.containsKey(RegisterFields.heads(classId))
                ? Optional.of(new ClassEntry(this, classId))
                : Optional.empty();
    }

    /** Returns why a signed return is amended. */
    public String reason() {
        var why = fields.getFirst(RegisterFields.WHY);
        return why == null ? "" : why.strip();
    }

    /**
     * Returns why an amendment cannot be asked for, if it cannot.
     *
     * @param another whether another change of the return waits for its second signature
     */
    public Optional<FormError> amendmentProblem(boolean another) {
        if (reason().isEmpty() || reason().length() > SecondSignatureNeeded.REASON_AT_MOST) {
            return Optional.of(new FormError(
                    RegisterFields.WHY, Words.of("register.sayWhy", SecondSignatureNeeded.REASON_AT_MOST)));
        }
        return another
                ? Optional.of(new FormError(
                        RegisterFields.WHY, SecondSignatureNeeded.waitsAlready().why()))
                : Optional.empty();
    }

    /** The heads of a session without classes. */
    NumberText heads() {
        return typed(RegisterFields.HEADS);
    }

    /** Returns the visitor as the form places them, or unchanged if it gives no possible place. */
    VisitorMark visitor(VisitorMark visitor, SessionClasses classes) {
        var choice = VisitorChoice.of(fields.getFirst(RegisterFields.visitor(visitor.number())), classes);
        return choice.map(chosen -> chosen.put(visitor, classes, cardOf(visitor.number())))
                .orElse(visitor);
    }

    /** Returns the fields that cannot be read or are impossible on their own, before any totals are checked. */
    public List<FormError> fieldProblems(Register register, SessionClasses classes) {
        var problems = new ArrayList<FormError>();
        if (classes.classes().isEmpty() && heads().isNotANumber()) {
            problems.add(new FormError(RegisterFields.HEADS, Words.of("register.headsOnlyNumber")));
        }
        for (var inRoom : classes.classes()) {
            of(inRoom.publicId()).ifPresent(entry -> problems.addAll(entry.oddities(inRoom)));
        }
        for (var visitor : register.visitors()) {
            var field = RegisterFields.visitor(visitor.number());
            VisitorChoice.of(fields.getFirst(field), classes)
                    .flatMap(choice -> choice.placementProblem(visitor, classes, cardOf(visitor.number())))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    NumberText cardOf(int visitor) {
        return typed(RegisterFields.visitorCard(visitor));
    }

    @Nullable
    String choiceOf(int visitor) {
        return fields.getFirst(RegisterFields.visitor(visitor));
    }

    private NumberText typed(String field) {
        var text = fields.getFirst(field);
        return text == null ? NumberText.NOTHING : new NumberText(text.length() > 12 ? text.substring(0, 12) : text);
    }

    private CardSet cards(String field) {
        var values = fields.getOrDefault(field, List.of());
        return CardSet.of(values.stream()
                .flatMap(value -> java.util.Arrays.stream(value.split(",", -1)))
                .map(value -> new NumberText(value).number().orElse(0))
                .filter(number -> number >= 1 && number <= CardSet.HIGHEST)
                .collect(Collectors.<Integer, Set<Integer>>toCollection(java.util.TreeSet::new)));
    }

    /** The entries of the form for one class. */
    record ClassEntry(RegisterForm form, PublicId classId) {
        NumberText heads() {
            return form.typed(RegisterFields.heads(classId));
        }

        NumberText guests() {
            return form.typed(RegisterFields.guests(classId));
        }

        NumberText notTakingPart() {
            return form.typed(RegisterFields.notTakingPart(classId));
        }

        CardNumbers apart() {
            return new CardNumbers(form.fields
                    .getOrDefault(RegisterFields.apartCards(classId), List.of(""))
                    .getFirst());
        }

        RegisterSection section(RegisterSection before) {
            var typedHeads = heads().number();
            return new RegisterSection(
                    before.classId(),
                    "heads".equals(form.fields.getFirst(RegisterFields.kept(classId)))
                            ? SectionMethod.HEADS
                            : SectionMethod.CARDS,
                    typedHeads.isPresent() ? typedHeads.getAsInt() : null,
                    guests().number().orElse(0),
                    notTakingPart().number().orElse(0),
                    form.fields.containsKey(RegisterFields.unknown(classId)));
        }

        /**
         * Returns the mark as the form sets it. A card that the form did not show stays as it is, because it may have
         * been given out meanwhile. A card no longer listed as not taking part returns to the mark it had before the
         * signer changed it.
         */
        Mark mark(Mark mark, boolean devices) {
            if (apart().cards().contains(mark.card())) {
                return mark.signedAs(Presence.APART);
            }
            var answer = answer(mark.card());
            if (answer != null) {
                return mark.signedAs(answer);
            }
            if (!form.cards(RegisterFields.shown(classId)).contains(mark.card()) || mark.byDevice() == Presence.CHECK) {
                return mark.presence() == Presence.APART ? mark.beforeSigner(devices) : mark;
            }
            return mark.signedAs(
                    form.cards(RegisterFields.absent(classId)).contains(mark.card()) ? Presence.ABSENT : Presence.HERE);
        }

        /** Returns the signer's answer about a card that was to check; null without one. */
        private @Nullable Presence answer(int card) {
            return switch (form.fields.getFirst(RegisterFields.check(classId, card))) {
                case "here" -> Presence.HERE;
                case "absent" -> Presence.ABSENT;
                case null, default -> null;
            };
        }

        private List<FormError> oddities(RegisterClass inRoom) {
            var problems = new ArrayList<FormError>();
            odd(problems, heads(), RegisterFields.heads(classId), Words.of("register.headsNumber", inRoom.name()));
            odd(problems, guests(), RegisterFields.guests(classId), Words.of("register.guestsNumber", inRoom.name()));
            odd(
                    problems,
                    notTakingPart(),
                    RegisterFields.notTakingPart(classId),
                    Words.of("register.apartNumber", inRoom.name()));
            apart().problem(inRoom)
                    .ifPresent(text -> problems.add(new FormError(RegisterFields.apartCards(classId), text)));
            return problems;
        }

        private static void odd(List<FormError> problems, NumberText typed, String field, String words) {
            if (typed.isNotANumber()) {
                problems.add(new FormError(field, words));
            }
        }
    }
}
