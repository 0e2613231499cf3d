package uk.thinkuknow.web;

/** A queue of requests that wait for their data to be stored. While they wait long, other requests are refused. */
public interface StorageQueue {
    /** How long the oldest request has waited, in milliseconds; 0 if none waits. */
    long millis();
}
