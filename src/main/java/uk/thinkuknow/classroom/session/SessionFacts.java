package uk.thinkuknow.classroom.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;

/**
 * The facts of a session that other packages get.
 *
 * @param confirmer account of the school's person who confirms the heads of a visit; null if nobody has to
 * @param toConfirm whether its register is signed and its return is not confirmed yet
 */
public record SessionFacts(
        long id,
        PublicId publicId,
        long schoolId,
        long moduleVersionId,
        String audience,
        @Nullable Long confirmer,
        boolean devices,
        Language language,
        SessionState state,
        long startedById,
        String startedBy,
        Signer signer,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean toConfirm,
        LocalDate localDate,
        String yearKey,
        String termKey,
        List<SessionClass> classes) {
    /**
     * Who signs its register: the person who started it, or the colleague it was handed to.
     *
     * @param signed the account that has signed; null if none has
     */
    public record Signer(
            long staffId, String name, @Nullable Long signed) {}

    /** Returns the accounts of those who started it, sign its register or have signed it. */
    public Set<Long> actors() {
        return Stream.of(startedById, signer.staffId(), signer.signed())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Returns whether its return waits for a second person because something about it is unusual. */
    public boolean waits() {
        return toConfirm && confirmer == null;
    }

    /** Its classes in one line, or the audience if it has no classes. */
    public String forWhom() {
        return classes.isEmpty() ? Audience.called(audience).words() : classNames();
    }

    /** Its classes in one line, for example "5B Rowan and 6A Maple". */
    public String classNames() {
        return classes.stream()
                .map(SessionClass::className)
                .reduce((one, other) -> Words.of("session.and", one, other))
                .orElse("");
    }
}
