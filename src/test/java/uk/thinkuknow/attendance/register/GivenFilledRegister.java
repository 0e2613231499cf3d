package uk.thinkuknow.attendance.register;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;

/**
 * Builds a register and its form: a session of 5B Rowan (1), also of 6A Maple (2) if asked for; 4C Elm (3) is another
 * class of the school.
 */
public final class GivenFilledRegister {
    public static final long ROWAN = 1;
    static final long MAPLE = 2;
    public static final long ELM = 3;
    private static final Instant AT = Instant.parse("2026-11-24T11:25:00Z");

    private final List<RegisterClass> classes = new ArrayList<>();
    private final List<RegisterClass> others = new ArrayList<>();
    private final List<Mark> joined = new ArrayList<>();
    private final List<VisitorMark> visitors = new ArrayList<>();
    private final MultivaluedHashMap<String, String> fields = new MultivaluedHashMap<>();
    private @Nullable Register register;

    public static GivenFilledRegister ofThirty() {
        return new GivenFilledRegister().with(ROWAN, numbers(1, 30)).elsewhere(ELM, numbers(1, 28));
    }

    public static CardSet numbers(int from, int to) {
        return CardSet.of(IntStream.rangeClosed(from, to).boxed().toList());
    }

    static PublicId id(long classId) {
        return new PublicId("class" + classId);
    }

    GivenFilledRegister with(long classId, CardSet inForce) {
        classes.removeIf(c -> c.classId() == classId);
        classes.add(new RegisterClass(classId, id(classId), name(classId), null, inForce, inForce));
        return this;
    }

    GivenFilledRegister withGroup(long classId, CardSet inForce, CardSet group) {
        classes.removeIf(c -> c.classId() == classId);
        classes.add(new RegisterClass(classId, id(classId), name(classId), 77L, inForce, group));
        return this;
    }

    GivenFilledRegister elsewhere(long classId, CardSet inForce) {
        others.add(new RegisterClass(classId, id(classId), name(classId), null, inForce, inForce));
        return this;
    }

    GivenFilledRegister here(long classId, CardSet cards) {
        cards.numbers().forEach(card -> joined.add(Mark.fromDevice(classId, card, Presence.HERE, 10, 1500)));
        return this;
    }

    GivenFilledRegister doubtful(long classId, int card) {
        joined.add(Mark.fromDevice(classId, card, Presence.CHECK, 4, 360));
        return this;
    }

    GivenFilledRegister visitor(int number, VisitorKind kind) {
        visitors.add(VisitorMark.fromDevice(number, kind, classes.getFirst().classId(), Presence.HERE, 10, 1500));
        return this;
    }

    GivenFilledRegister doubtfulVisitor(int number, VisitorKind kind) {
        visitors.add(VisitorMark.fromDevice(number, kind, classes.getFirst().classId(), Presence.CHECK, 1, 60));
        return this;
    }

    /** Types the heads of a class, and sends the boxes as the page shows them. */
    GivenFilledRegister heads(long classId, int heads) {
        put(RegisterFields.heads(id(classId)), Integer.toString(heads));
        var open = register();
        for (var mark : open.marksOf(classId)) {
            if (mark.byDevice() != Presence.CHECK) {
                fields.add(RegisterFields.shown(id(classId)), Integer.toString(mark.card()));
            }
            if (mark.presence() == Presence.ABSENT) {
                fields.add(RegisterFields.absent(id(classId)), Integer.toString(mark.card()));
            }
        }
        var section =
                open.sections().stream().filter(s -> s.classId() == classId).findFirst();
        put(RegisterFields.kept(id(classId)), section.orElseThrow().kept() == SectionMethod.HEADS ? "heads" : "cards");
        return this;
    }

    GivenFilledRegister notHere(long classId, int card) {
        fields.add(RegisterFields.absent(id(classId)), Integer.toString(card));
        return this;
    }

    GivenFilledRegister hereAfterAll(long classId, int card) {
        fields.get(RegisterFields.absent(id(classId))).remove(Integer.toString(card));
        return this;
    }

    GivenFilledRegister put(String field, String value) {
        fields.putSingle(field, value);
        return this;
    }

    Register register() {
        if (register == null) {
            register = Register.openFor(9, classes, new DeviceReport(joined, visitors), AT);
        }
        return register;
    }

    public SessionClasses sessionClasses() {
        return new SessionClasses(classes, () -> others);
    }

    /** Sends the form and returns the count of the register, with the form's own problems first. */
    RegisterCount sent() {
        var form = new RegisterForm(fields);
        var oddities = form.fieldProblems(register(), sessionClasses());
        register().fillIn(form, sessionClasses());
        var registerCount = RegisterCount.of(register(), sessionClasses());
        var problems = new ArrayList<>(oddities);
        problems.addAll(registerCount.problems());
        return new RegisterCount(
                registerCount.sums(),
                problems.isEmpty() ? registerCount.lines() : List.of(),
                registerCount.heads(),
                problems);
    }

    private static String name(long classId) {
        return List.of("5B Rowan", "6A Maple", "4C Elm").get((int) classId - 1);
    }
}
