package uk.thinkuknow.attendance.register;

/** What a visitor said when joining: "I cannot find my card", or "I am from another class". */
enum VisitorKind {
    CLASS,
    GUEST;

    /** @throws IllegalArgumentException for an unknown word */
    static VisitorKind of(String word) {
        return switch (word) {
            case "class" -> CLASS;
            case "guest" -> GUEST;
            default -> throw new IllegalArgumentException("no such visitor: " + word);
        };
    }
}
