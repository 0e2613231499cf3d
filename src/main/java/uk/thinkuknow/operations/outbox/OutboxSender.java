package uk.thinkuknow.operations.outbox;

/** Sends the entries of an outbox to the system outside. */
public interface OutboxSender<E extends OutboxEntry> {
    /** Sends one entry, outside any transaction; it may have been sent before by an instance that died. */
    SendResult send(E entry);

    /** Hears the result of one entry, in the transaction that notes it. */
    default void noted(E entry, SendResult result) {}
}
