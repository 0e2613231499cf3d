package uk.thinkuknow.attendance.register;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.CardSet;

/** The register of a session: a section for each class, and marks for cards and visitors; open until it is signed. */
@Entity
@Table(name = "register")
public class Register {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "session_id")
    private long sessionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    @Column(name = "opened_at")
    private Instant openedAt;

    /** The heads of a session without classes. */
    private @Nullable Integer heads;

    /** Whether devices can send nothing more that the signer must be asked about. */
    private boolean settled;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "register_section", joinColumns = @JoinColumn(name = "register_id"))
    @OrderColumn(name = "place")
    private List<RegisterSection> sections = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "mark", joinColumns = @JoinColumn(name = "register_id"))
    @OrderColumn(name = "place")
    private List<Mark> marks = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "visitor_mark", joinColumns = @JoinColumn(name = "register_id"))
    @OrderColumn(name = "place")
    private List<VisitorMark> visitors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    Register() {}

    /** Opens the register of an ended session, filled from what its devices reported. */
    public static Register openFor(long sessionId, List<RegisterClass> classes, DeviceReport heard, Instant at) {
        var register = new Register();
        register.sessionId = sessionId;
        register.state = State.OPEN;
        register.openedAt = at;
        for (var inRoom : classes) {
            boolean anyDevice = heard.cards().stream().anyMatch(mark -> mark.classId() == inRoom.classId());
            register.sections.add(RegisterSection.opened(inRoom.classId(), anyDevice));
        }
        register.addReport(classes, heard);
        return register;
    }

    /**
     * Fills in the heads that were counted in the classroom, by class id, where none are typed; the signer can still
     * change them.
     */
    public void fillInHeads(Map<Long, Integer> counted) {
        sections.replaceAll(section -> section.heads() == null && counted.containsKey(section.classId())
                ? section.withHeads(counted.get(section.classId()))
                : section);
    }

    /**
     * Adds what devices sent since, and cards given out later on the session's day. Changes nothing that the signer has
     * answered, and nothing at all in a signed register.
     */
    public void addReport(List<RegisterClass> classes, DeviceReport heard) {
        if (state == State.SIGNED) {
            return;
        }
        var joined = heard.cards();
        for (var inRoom : classes) {
            long classId = inRoom.classId();
            boolean anyDevice = joined.stream().anyMatch(mark -> mark.classId() == classId);
            for (int card : inRoom.eligible().numbers()) {
                var now = joined.stream()
                        .filter(mark -> mark.classId() == classId && mark.card() == card)
                        .findFirst();
                int at = indexOf(classId, card);
                if (at < 0) {
                    marks.add(now.orElseGet(
                            () -> anyDevice ? Mark.notJoined(classId, card) : Mark.onTheList(classId, card)));
                } else if (now.isPresent()) {
                    var seat = now.get();
                    change(at, mark -> mark.withActivity(seat.presence(), seat.stepsSeen(), seat.activeSeconds()));
                }
            }
        }
        for (var visitor : heard.visitors()) {
            if (isUnseen(visitor)) {
                visitors.add(visitor);
            }
        }
    }

    /** Stores what the signer entered, right or not; {@link RegisterCount} checks it. */
    public void fillIn(RegisterForm form, SessionClasses classes) {
        requireOpen();
        if (sections.isEmpty()) {
            heads = form.heads().number().isPresent()
                    ? Integer.valueOf(form.heads().number().getAsInt())
                    : null;
        }
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            var entry = classes.of(section.classId()).flatMap(inRoom -> form.of(inRoom.publicId()));
            if (entry.isPresent()) {
                sections.set(i, entry.get().section(section));
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            long classId = marks.get(i).classId();
            var entry = classes.of(classId).flatMap(inRoom -> form.of(inRoom.publicId()));
            if (entry.isPresent()) {
                boolean devices = marksOf(classId).stream().anyMatch(Mark::joined);
                change(i, mark -> entry.get().mark(mark, devices));
            }
        }
        visitors.replaceAll(visitor -> form.visitor(visitor, classes));
    }

    /** Closes the register; the caller has checked {@link RegisterCount} first. */
    public void sign() {
        requireOpen();
        state = State.SIGNED;
    }

    /** Opens the register again after its signature was taken back or it was sent back. */
    public void reopen() {
        state = State.OPEN;
    }

    /** Opens a signed register again to be amended; the signed return goes on counting. */
    public void amend() {
        if (state == State.SIGNED) {
            state = State.AMENDING;
        }
    }

    /**
     * Closes the register, open or not: stores what devices say now, so that they are not reported as late again, and
     * changes no child's presence. New visitors are added as absent.
     */
    public void leaveAsSigned(DeviceReport heard) {
        state = State.SIGNED;
        for (var now : heard.cards()) {
            int at = indexOf(now.classId(), now.card());
            if (at < 0) {
                marks.add(Mark.notJoined(now.classId(), now.card()).withDeviceOnly(now));
            } else {
                change(at, mark -> mark.withDeviceOnly(now));
            }
        }
        for (var visitor : heard.visitors()) {
            if (isUnseen(visitor)) {
                visitors.add(visitor.standing(VisitorPlacement.ABSENT, visitor.cameWith()));
            }
        }
    }

    /** Returns what devices sent since the signature that would change a mark, and the number of new visitors. */
    public LateActivity late(DeviceReport heard) {
        var cards = heard.cards().stream().filter(this::wouldChange).toList();
        var unseen = (int) heard.visitors().stream().filter(this::isUnseen).count();
        return new LateActivity(cards, unseen);
    }

    /** Marks that devices can send nothing more about which the signer must be asked. */
    void settle() {
        settled = true;
    }

    public boolean isAmending() {
        return state == State.AMENDING;
    }

    public boolean isSigned() {
        return state == State.SIGNED;
    }

    long sessionId() {
        return sessionId;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** The heads of a session without classes; null until they are typed. */
    @Nullable
    Integer heads() {
        return heads;
    }

    List<RegisterSection> sections() {
        return List.copyOf(sections);
    }

    List<VisitorMark> visitors() {
        return List.copyOf(visitors);
    }

    /** Returns the marks of a class in the order of its cards. */
    List<Mark> marksOf(long classId) {
        return marks.stream()
                .filter(mark -> mark.classId() == classId)
                .sorted((a, b) -> Integer.compare(a.card(), b.card()))
                .toList();
    }

    /** Returns the cards whose children saw every step on a device, by class id. */
    public Map<Long, CardSet> finished(int steps) {
        return marks.stream()
                .filter(mark -> mark.joined() && mark.stepsSeen() >= steps)
                .collect(Collectors.toMap(Mark::classId, mark -> CardSet.NONE.with(mark.card()), CardSet::or));
    }

    private boolean wouldChange(Mark now) {
        int at = indexOf(now.classId(), now.card());
        if (at < 0) {
            return now.joined();
        }
        var byHeads = sections.stream()
                .anyMatch(section ->
                        section.classId() == now.classId() && SectionTotals.headsOnly(section, marksOf(now.classId())));
        return marks.get(at).wouldChange(now.byDevice(), byHeads);
    }

    private boolean isUnseen(VisitorMark visitor) {
        return visitors.stream().noneMatch(known -> known.number() == visitor.number());
    }

    private void requireOpen() {
        if (state == State.SIGNED) {
            throw new RegisterAlreadySigned();
        }
    }

    private int indexOf(long classId, int card) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).classId() == classId && marks.get(i).card() == card) {
                return i;
            }
        }
        return -1;
    }

    private void change(int at, UnaryOperator<Mark> change) {
        var before = marks.get(at);
        var after = change.apply(before);
        if (!after.equals(before)) {
            marks.set(at, after);
        }
    }

    /** Whether the register can be filled in. */
    enum State {
        OPEN,
        SIGNED,
        /** Open again to be amended; the signed return counts until the register is signed again. */
        AMENDING
    }
}
