package uk.thinkuknow.attendance.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterPage;
import uk.thinkuknow.attendance.register.RegisterWords;
import uk.thinkuknow.attendance.returns.ReturnPage.EvidenceView;
import uk.thinkuknow.attendance.returns.ReturnPage.LineView;
import uk.thinkuknow.attendance.returns.ReturnPage.PartView;
import uk.thinkuknow.attendance.returns.ReturnPage.Standing;
import uk.thinkuknow.attendance.returns.ReturnPage.TrailView;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
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
                                Words.of(
                                        "returns.dayAndTime",
                                        TextFormat.longDay(noted.at()),
                                        TextFormat.timeOfDay(noted.at())),
                                noted.staffName(),
                                noted.act(),
                                noted.detail()))
                        .toList());
    }

    private static Standing standing(SignedReturn signed) {
        if (signed.withdrawn().isPresent()) {
            return Standing.WITHDRAWN;
        }
        return signed.isUnconfirmed() ? Standing.UNCONFIRMED : signed.nobodyCame() ? Standing.NOBODY : Standing.COUNTED;
    }

    private static String signatures(Delivery delivery, SignedReturn signed) {
        var day = TextFormat.longDay(signed.signedAt());
        var time = TextFormat.timeOfDay(signed.signedAt());
        var first = signed.number() == 1
                ? Words.of("returns.signedBy", signed.signedBy(), day, time)
                : Words.of("returns.amendedBy", signed.number(), signed.signedBy(), day, time);
        var second = second(delivery, signed);
        return Stream.of(
                        Optional.of(first),
                        signed.confirmed()
                                .map(each -> Words.of(
                                        second,
                                        each.by(),
                                        TextFormat.longDay(each.at()),
                                        TextFormat.timeOfDay(each.at()))),
                        signed.withdrawn()
                                .map(each -> Words.of(
                                        "returns.withdrawnBy",
                                        each.by(),
                                        TextFormat.longDay(each.at()),
                                        TextFormat.timeOfDay(each.at()),
                                        each.why())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String second(Delivery delivery, SignedReturn signed) {
        if (delivery.session().confirmer() != null) {
            return "returns.confirmedBy";
        }
        return signed.grounds().isEmpty() ? "returns.secondSignedBy" : "returns.returnConfirmedBy";
    }

    private static List<LineView> lines(Delivery delivery, SessionAttendance came) {
        if (came.heads() > 0) {
            return List.of(new LineView(
                    delivery.session().forWhom(),
                    List.of(new PartView(came.heads(), Words.of("returns.partHeads"))),
                    came.heads(),
                    ""));
        }
        return came.classes().stream().map(count -> line(delivery, count)).toList();
    }

    private static LineView line(Delivery delivery, ClassAttendance count) {
        var parts = new ArrayList<PartView>();
        add(parts, count.namedA().size(), Words.of("returns.partDevices"));
        add(parts, count.namedB().size(), Words.of("returns.partList"));
        add(parts, count.unnamed(), Words.of("returns.partNoCard"));
        if (count.guests() > 0 || parts.isEmpty()) {
            parts.add(new PartView(count.guests(), Words.of("returns.partGuests", count.guests())));
        }
        var aside = count.notTakingPart() == 0 ? "" : Words.of("returns.didNotTakePart", count.notTakingPart());
        return new LineView(SessionAttendance.name(delivery, count.classId()), parts, count.attendance(), aside);
    }

    private static void add(List<PartView> parts, int number, String of) {
        if (number > 0) {
            parts.add(new PartView(number, of));
        }
    }

    private static List<String> next(Delivery delivery, SignedReturn signed, SessionAttendance came) {
        var next = new ArrayList<String>();
        if (signed.withdrawn().isPresent()) {
            next.add(Words.of("returns.nextWithdrawn"));
            next.add(Words.of("returns.nextKept"));
            return next;
        }
        if (signed.isUnconfirmed()) {
            next.add(Words.of("returns.nextUnconfirmed"));
        } else if (came.heads() > 0) {
            next.add(Words.of("returns.nextHeadsOnly"));
        } else if (!came.classes().isEmpty()) {
            next.add(Words.of("returns.nextMoved"));
        }
        for (var count : came.classes()) {
            var missing = count.inForce().and(count.forCards()).without(count.named());
            if (count.unnamed() == 0 && !missing.isEmpty()) {
                next.add(notHere(missing, SessionAttendance.name(delivery, count.classId()), count.notTakingPart()));
            }
        }
        next.add(Words.of("returns.nextSeen"));
        if (delivery.session().devices()) {
            next.add(Words.of("returns.nextOffline"));
        }
        return next;
    }

    private static String notHere(CardSet missing, String name, int apart) {
        return Words.of("returns.notHere", RegisterWords.list(missing.numbers()), name, missing.size(), apart);
    }

    private static List<EvidenceView> evidence(SessionAttendance came) {
        if (came.heads() > 0) {
            return List.of(new EvidenceView(Words.of("returns.heads"), came.heads()));
        }
        var counts = came.classes();
        return List.of(
                new EvidenceView(
                        Words.of("returns.attended"),
                        counts.stream().mapToInt(ClassAttendance::attendance).sum()),
                new EvidenceView(
                        Words.of("returns.onDevices"),
                        counts.stream().mapToInt(count -> count.namedA().size()).sum()),
                new EvidenceView(
                        Words.of("returns.fromList"),
                        counts.stream().mapToInt(count -> count.namedB().size()).sum()),
                new EvidenceView(
                        Words.of("returns.withoutCard"),
                        counts.stream()
                                .mapToInt(count -> count.unnamed() + count.guests())
                                .sum()));
    }

    /** Returns who last sent a return back, when and why, by its audit trail; empty if nobody did. */
    static String sentBackBefore(List<PeopleService.RecordedAct> trail) {
        return trail.stream()
                .filter(each -> each.act().equals(Words.of("returns.actSentBack")))
                .findFirst()
                .map(each -> Words.of(
                        "returns.sentBackBefore",
                        each.staffName(),
                        TextFormat.day(London.dateOf(each.at())),
                        each.detail()))
                .orElse("");
    }

    /** Returns who sent a return back and why, by its audit trail; empty if that was before its latest signature. */
    static String sentBack(List<PeopleService.RecordedAct> trail) {
        var sentBack = Words.of("returns.actSentBack");
        return trail.stream()
                .takeWhile(each -> !each.act().equals(Words.of("returns.actSigned")))
                .filter(each -> each.act().equals(sentBack))
                .findFirst()
                .map(each -> Words.of("returns.noticeSentBack", each.staffName(), each.detail()))
                .orElse("");
    }
}
