package uk.thinkuknow.attendance.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.RegisterPage.BoxView;
import uk.thinkuknow.attendance.register.RegisterPage.CardView;
import uk.thinkuknow.attendance.register.RegisterPage.CheckView;
import uk.thinkuknow.attendance.register.RegisterPage.HeadsView;
import uk.thinkuknow.attendance.register.RegisterPage.KeptView;
import uk.thinkuknow.attendance.register.RegisterPage.NumberView;
import uk.thinkuknow.attendance.register.RegisterPage.SectionView;
import uk.thinkuknow.attendance.register.RegisterPage.SumView;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

/**
 * Builds the page on which a register is filled in, from the register and the form just sent. Only unusual marks get a
 * note.
 */
public final class RegisterPages {
    private RegisterPages() {}

    /**
     * Builds the page.
     *
     * @param form the form just sent, to be shown as typed; null when the register is opened
     * @param problems the reasons why it cannot be signed
     */
    public static RegisterPage of(
            Delivery delivery,
            Register register,
            @Nullable RegisterForm form,
            List<FormError> problems,
            RegisterPage.Notices notices) {
        var classes = delivery.sessionClasses();
        var registerCount = RegisterCount.of(register, classes);
        var sections = registerCount.sums().stream()
                .map(sum -> section(delivery, register, sum, form, problems))
                .toList();
        var visitors = VisitorViews.of(delivery, register, form, problems);
        return new RegisterPage(
                head(delivery, register, notices),
                sections.isEmpty() ? headsOnly(register, form, problems) : null,
                sections,
                visitors,
                problems,
                sum(register, registerCount.sums()),
                null);
    }

    private static NumberView headsOnly(Register register, @Nullable RegisterForm form, List<FormError> problems) {
        var kept = register.heads() == null ? "" : register.heads().toString();
        return number(RegisterFields.HEADS, form == null ? kept : form.heads().text(), problems);
    }

    private static RegisterPage.Head head(Delivery delivery, Register register, RegisterPage.Notices notices) {
        return new RegisterPage.Head(
                RegisterPage.Taught.of(delivery),
                Words.of("register.register", delivery.session().forWhom()),
                delivery.module().withdrawn() ? Words.of("register.withdrawnLesson", lede(register)) : lede(register),
                new RegisterPage.Signer(delivery.session().signer().name(), declaration(delivery)),
                notices);
    }

    private static String declaration(Delivery delivery) {
        return delivery.session().signer().staffId() == delivery.session().startedById()
                ? Words.of("register.ranIt")
                : Words.of("register.tookOver");
    }

    private static String lede(Register register) {
        if (register.sections().isEmpty()) {
            return Words.of("register.ledeHeadsOnly");
        }
        boolean devices = register.sections().stream()
                .flatMap(section -> register.marksOf(section.classId()).stream())
                .anyMatch(Mark::joined);
        if (!devices && register.visitors().isEmpty()) {
            return Words.of("register.ledeNoDevice");
        }
        return Words.of("register.lede", toCheck(register));
    }

    private static int toCheck(Register register) {
        return visitorsToCheck(register)
                + (int) register.sections().stream()
                        .flatMap(section -> register.marksOf(section.classId()).stream())
                        .filter(mark -> mark.presence() == Presence.CHECK)
                        .count();
    }

    private static int visitorsToCheck(Register register) {
        return (int) register.visitors().stream()
                .filter(visitor -> visitor.standing() == VisitorPlacement.CHECK)
                .count();
    }

    private static SectionView section(
            Delivery delivery,
            Register register,
            SectionTotals sum,
            @Nullable RegisterForm form,
            List<FormError> problems) {
        var inRoom = sum.inRoom();
        var marks = register.marksOf(inRoom.classId());
        boolean devices = marks.stream().anyMatch(Mark::joined);
        var checks = marks.stream()
                .filter(mark -> mark.byDevice() == Presence.CHECK)
                .map(mark -> check(delivery, inRoom, mark, problems))
                .toList();
        var boxes =
                marks.stream().map(mark -> box(delivery, inRoom, mark, devices)).toList();
        return new SectionView(
                inRoom.publicId().value(),
                inRoom.name(),
                devices
                        ? null
                        : new KeptView(
                                RegisterFields.kept(inRoom.publicId()),
                                sum.section().kept() == SectionMethod.HEADS),
                checks,
                boxes,
                hint(marks, devices, delivery.steps()),
                heads(sum, marks, form, problems));
    }

    private static CheckView check(Delivery delivery, RegisterClass inRoom, Mark mark, List<FormError> problems) {
        return new CheckView(
                RegisterFields.check(inRoom.publicId(), mark.card()),
                card(delivery, mark),
                RegisterWords.facts(mark.stepsSeen(), delivery.steps(), mark.activeSeconds()),
                mark.presence() == Presence.HERE,
                mark.presence() == Presence.ABSENT || mark.presence() == Presence.APART,
                mark.presence() == Presence.CHECK && !problems.isEmpty() ? Words.of("register.chooseYesOrNo") : null);
    }

    private static BoxView box(Delivery delivery, RegisterClass inRoom, Mark mark, boolean devices) {
        boolean asked = mark.byDevice() == Presence.CHECK;
        return new BoxView(
                asked ? RegisterFields.check(inRoom.publicId(), mark.card()) : RegisterFields.absent(inRoom.publicId()),
                card(delivery, mark),
                devices || mark.presence() == Presence.APART ? note(mark, delivery.steps()) : "",
                mark.presence() == Presence.ABSENT,
                asked,
                mark.presence() == Presence.APART);
    }

    private static CardView card(Delivery delivery, Mark mark) {
        var picture = Objects.requireNonNull(
                delivery.pictures().getOrDefault(mark.classId(), Map.of()).get(mark.card()));
        return new CardView(
                mark.card(), picture.name(), picture.drawing(), picture.colour().toLowerCase(Locale.ROOT));
    }

    private static String note(Mark mark, int steps) {
        if (mark.presence() == Presence.APART) {
            return Words.of("register.notTakingPart");
        }
        if (!mark.joined()) {
            return Words.of("register.didNotJoin");
        }
        return mark.stepsSeen() < steps ? Words.of("register.did", mark.stepsSeen(), steps) : "";
    }

    private static String hint(List<Mark> marks, boolean devices, int steps) {
        if (!devices) {
            return "";
        }
        var never =
                marks.stream().filter(mark -> !mark.joined()).map(Mark::card).toList();
        return Words.of("register.stepsDone", never.size(), RegisterWords.shortList(never), steps);
    }

    private static String apartCards(List<Mark> marks, RegisterForm.@Nullable ClassEntry entry) {
        return entry == null
                ? CardNumbers.of(marks.stream()
                                .filter(mark -> mark.presence() == Presence.APART)
                                .map(Mark::card)
                                .toList())
                        .text()
                : entry.apart().text();
    }

    private static HeadsView heads(
            SectionTotals sum, List<Mark> marks, @Nullable RegisterForm form, List<FormError> problems) {
        var id = sum.inRoom().publicId();
        var section = sum.section();
        var entry = form == null ? null : form.of(id).orElse(null);
        var heads = section.heads() == null ? "" : section.heads().toString();
        boolean surplus = section.heads() != null && sum.marks() > section.heads();
        return new HeadsView(
                number(
                        RegisterFields.heads(id),
                        entry == null ? heads : entry.heads().text(),
                        problems),
                number(
                        RegisterFields.guests(id),
                        entry == null
                                ? String.valueOf(section.guests())
                                : entry.guests().text(),
                        problems),
                number(
                        RegisterFields.notTakingPart(id),
                        entry == null
                                ? String.valueOf(section.notTakingPart())
                                : entry.notTakingPart().text(),
                        problems),
                number(RegisterFields.apartCards(id), apartCards(marks, entry), problems),
                SectionTotals.headsOnly(section, marks),
                new RegisterPage.Unknown(
                        RegisterFields.unknown(id), section.whichIsUnknown(), surplus || section.whichIsUnknown()));
    }

    static NumberView number(String field, String value, List<FormError> problems) {
        return new NumberView(field, value, FormError.of(problems, field));
    }

    private static SumView sum(Register register, List<SectionTotals> sums) {
        int here = sums.stream().mapToInt(sum -> here(register, sum)).sum();
        int toCheck = visitorsToCheck(register)
                + sums.stream().mapToInt(sum -> sum.toCheck().size()).sum();
        int of = sums.stream().mapToInt(sum -> sum.inRoom().eligible().size()).sum();
        int notHere = (int) sums.stream()
                .filter(sum -> !SectionTotals.headsOnly(
                        sum.section(), register.marksOf(sum.section().classId())))
                .flatMap(sum -> register.marksOf(sum.section().classId()).stream())
                .filter(mark -> mark.presence() == Presence.ABSENT)
                .count();
        var typed = sums.stream().map(sum -> sum.section().heads()).toList();
        var heads = typed.contains(null)
                ? ""
                : String.valueOf(typed.stream()
                        .mapToInt(each -> java.util.Objects.requireNonNull(each))
                        .sum());
        var field = sums.isEmpty()
                ? ""
                : RegisterFields.heads(sums.getFirst().inRoom().publicId());
        return new SumView(here, toCheck, notHere, of, heads, field);
    }

    private static int here(Register register, SectionTotals sum) {
        var heads = sum.section().heads();
        boolean headsOnly = SectionTotals.headsOnly(
                sum.section(), register.marksOf(sum.section().classId()));
        return headsOnly && heads != null ? heads : sum.marks();
    }
}
