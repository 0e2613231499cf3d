package uk.thinkuknow.programme;

/** A school and where it lay on the last day of a period. */
public record Place(
        long schoolId,
        String publicId,
        String name,
        String phase,
        String authorityKey,
        String regionKey,
        String nation) {}
