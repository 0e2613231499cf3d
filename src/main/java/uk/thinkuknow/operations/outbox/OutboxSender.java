package uk.thinkuknow.operations.outbox;

/** Sends outbox entries to one external system. */
public interface OutboxSender<E extends OutboxEntry> {
    /** Sends one entry, outside any transaction. An instance that died may have sent it before. */
    SendResult send(E entry);

    /** Called with the result of an entry, in the transaction that stores it. */
    default void noted(E entry, SendResult result) {}
}
