package uk.thinkuknow.classroom.join;

/** What the queues of all addresses hold together, so that many addresses cannot fill the memory. */
final class JoinQueues {
    /** From here on an address may wait for few different codes only, so that there is space for other addresses. */
    static final int CROWDED = 10_000;

    static final int WAITING = 40_000;
    static final int REMEMBERED = 100_000;

    private int waiting;
    private int remembered;

    boolean isCrowded() {
        return waiting >= CROWDED;
    }

    boolean isFull() {
        return waiting >= WAITING;
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    boolean canRemember() {
        return remembered < REMEMBERED;
    }

    void addWaiting(int requests) {
        waiting += requests;
    }

    void addRemembered(int codes) {
        remembered += codes;
    }
}
