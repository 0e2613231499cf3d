package uk.thinkuknow.attendance.check;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The heads of a class as signed when its return was drawn, and as a colleague gave them again.
 *
 * @param said the heads given again; null until then
 */
@Embeddable
record ClassHeads(
        @Column(name = "class_id") long classId,
        String name,
        int signed,
        @Nullable Integer said) {
    ClassHeads said(int heads) {
        return new ClassHeads(classId, name, signed, heads);
    }
}
