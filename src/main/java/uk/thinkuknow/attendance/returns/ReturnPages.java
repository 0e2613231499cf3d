package uk.thinkuknow.attendance.returns;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterPage;
import uk.thinkuknow.attendance.register.RegisterWords;
import uk.thinkuknow.attendance.returns.ReturnPage.EvidenceView;
import uk.thinkuknow.attendance.returns.ReturnPage.LineView;
import uk.thinkuknow.attendance.returns.ReturnPage.PartView;
import uk.thinkuknow.attendance.returns.ReturnPage.TrailView;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.PeopleService;

/** Builds the page of a signed return from its counts and signatures. */
final class ReturnPages {
    private ReturnPages() {}

    /**
     * Builds the page.
     *
     * @param until until when the reader can take the signature back, or null
     */
    static ReturnPage of(
            Delivery delivery,
            SignedReturn signed,
            SessionAttendance came,
            @Nullable String until,
            ReturnPage.@Nullable ConfirmView confirm,
            ReturnPage.MayAmend mayAmend,
            boolean changing,
            List<PeopleService.RecordedAct> trail) {
        var head = new ReturnPage.Head(
                RegisterPage.Taught.of(delivery),
                came.summary(delivery),
                signatures(delivery, signed),
                standing(signed),
                until,
                !came.classes().isEmpty() && signed.counts() && !signed.nobodyCame(),
                changing);
        return new ReturnPage(
                head,
                confirm,
                mayAmend,
                lines(delivery, came),
                next(delivery, signed, came),
                evidence(came),
                trail.stream()
                        .map(noted -> new TrailView(
                                TextFormat.longDay(noted.at()) + ", " + TextFormat.timeOfDay(noted.at()),
                                noted.staffName(),
                                noted.act(),
                                noted.detail()))
                        .toList());
    }

    private static String standing(SignedReturn signed) {
        if (signed.withdrawn().isPresent()) {
            return "Return withdrawn";
        }
        return signed.isUnconfirmed()
                ? "Signed, not confirmed yet"
                : signed.nobodyCame() ? "Nobody came" : "Return signed";
    }

    private static String signatures(Delivery delivery, SignedReturn signed) {
        var words = "%s by %s on %s at %s."
                .formatted(
                        signed.number() == 1 ? "Signed" : "Amended (version " + signed.number() + ") and signed",
                        signed.signedBy(),
                        TextFormat.longDay(signed.signedAt()),
                        TextFormat.timeOfDay(signed.signedAt()));
        return words
                + signed.confirmed()
                        .map(each -> " %s by %s on %s at %s."
                                .formatted(
                                        delivery.session().confirmer() == null ? "Second signature" : "Heads confirmed",
                                        each.by(),
                                        TextFormat.longDay(each.at()),
                                        TextFormat.timeOfDay(each.at())))
                        .orElse("")
                + signed.withdrawn()
                        .map(each -> " Withdrawn by %s on %s at %s: %s"
                                .formatted(
                                        each.by(),
                                        TextFormat.longDay(each.at()),
                                        TextFormat.timeOfDay(each.at()),
                                        each.why()))
                        .orElse("");
    }

    private static List<LineView> lines(Delivery delivery, SessionAttendance came) {
        if (came.heads() > 0) {
            return List.of(new LineView(
                    delivery.session().forWhom(), List.of(new PartView(came.heads(), "heads")), came.heads(), ""));
        }
        return came.classes().stream().map(count -> line(delivery, count)).toList();
    }

    private static LineView line(Delivery delivery, ClassAttendance count) {
        var parts = new ArrayList<PartView>();
        add(parts, count.namedA().size(), "on devices (A)");
        add(parts, count.namedB().size(), "from the class list (B)");
        add(parts, count.unnamed(), "without a card (C)");
        add(parts, count.guests(), TextFormat.word(count.guests(), "guest (C)", "guests (C)"));
        var aside =
                count.notTakingPart() == 0 ? "" : RegisterWords.children(count.notTakingPart()) + " did not take part.";
        return new LineView(SessionAttendance.name(delivery, count.classId()), parts, count.attendance(), aside);
    }

    private static void add(List<PartView> parts, int number, String of) {
        if (number > 0 || (parts.isEmpty() && of.startsWith("guest"))) {
            parts.add(new PartView(number, of));
        }
    }

    private static List<String> next(Delivery delivery, SignedReturn signed, SessionAttendance came) {
        var next = new ArrayList<String>();
        if (signed.withdrawn().isPresent()) {
            next.add("Nothing of this session counts any more, and it awaits no other return.");
            next.add("The return is kept with its versions. In a period that is closed it becomes an adjustment.");
            return next;
        }
        if (signed.isUnconfirmed()) {
            next.add(
                    "Nothing is counted until the heads are confirmed. Until then the programme sees that this return is awaited.");
        } else if (came.heads() > 0) {
            next.add("These heads are reported on a line of their own, not among the children reached by lessons.");
        } else if (!came.classes().isEmpty()) {
            next.add("The school’s figures have moved already.");
        }
        for (var count : came.classes()) {
            var missing = count.inForce().and(count.forCards()).without(count.named());
            if (count.unnamed() == 0 && !missing.isEmpty()) {
                next.add(notHere(missing, SessionAttendance.name(delivery, count.classId()), count.notTakingPart()));
            }
        }
        next.add(
                "The programme can see that the session took place and how many were there, not how any child answered.");
        if (delivery.session().devices()) {
            next.add(
                    "Devices that were offline may still send answers until midnight. They change nobody’s mark; if one should, your home page asks you to look again.");
        }
        return next;
    }

    private static String notHere(CardSet missing, String name, int apart) {
        var among = apart == 0 ? "" : ", " + apart + " of them not taking part";
        return "%s of %s %s not here%s."
                .formatted(
                        RegisterWords.list(missing.numbers()),
                        name,
                        TextFormat.word(missing.size(), "was", "were"),
                        among);
    }

    private static List<EvidenceView> evidence(SessionAttendance came) {
        if (came.heads() > 0) {
            return List.of(new EvidenceView("Heads", came.heads()));
        }
        var counts = came.classes();
        return List.of(
                new EvidenceView(
                        "Attended",
                        counts.stream().mapToInt(ClassAttendance::attendance).sum()),
                new EvidenceView(
                        "On devices (A)",
                        counts.stream().mapToInt(count -> count.namedA().size()).sum()),
                new EvidenceView(
                        "From the list (B)",
                        counts.stream().mapToInt(count -> count.namedB().size()).sum()),
                new EvidenceView(
                        "Without a card (C)",
                        counts.stream()
                                .mapToInt(count -> count.unnamed() + count.guests())
                                .sum()));
    }
}
