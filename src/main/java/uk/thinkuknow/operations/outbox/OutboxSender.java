package uk.thinkuknow.operations.outbox;

/** Sends the entries of one outbox to the systems they are for. */
public interface OutboxSender<E extends OutboxEntry> {
    /** Sends one entry, outside any transaction. An instance that died may have sent the entry before. */
    SendResult send(E entry);

    /** Called with the result of an entry, in the transaction that stores it. */
    default void noted(E entry, SendResult result) {}
}
