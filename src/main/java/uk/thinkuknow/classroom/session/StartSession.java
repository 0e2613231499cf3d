package uk.thinkuknow.classroom.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;

/**
 * The session that a teacher asks for at Start.
 *
 * @param key made once by the page, so that pressing Start twice starts one session
 * @param sharing whether up to three cards share a tablet
 * @param language in which the lesson starts; each child may choose another
 * @param otherBand whether the teacher has confirmed that the lesson is for another band than a class's
 */
public record StartSession(
        String key,
        String moduleKey,
        List<ChosenClass> classes,
        boolean devices,
        boolean sharing,
        boolean otherBand,
        Language language) {
    /** A class, whole or one of its groups. */
    public record ChosenClass(PublicId classId, @Nullable PublicId groupId) {}
}
