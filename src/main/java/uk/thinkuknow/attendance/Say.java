package uk.thinkuknow.attendance;

/** Numbers in words that agree with them. */
final class Say {
    private Say() {}

    static String children(int number) {
        return number == 1 ? "1 child" : number + " children";
    }

    static String guests(int number) {
        return number == 1 ? "1 guest" : number + " guests";
    }

    /** "30 cards in force", "30 cards in force and 2 guests". */
    static String cards(int cards, int guests) {
        var inForce = (cards == 1 ? "1 card" : cards + " cards") + " in force";
        return guests == 0 ? inForce : inForce + " and " + guests(guests);
    }
}
