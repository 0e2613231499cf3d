package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import uk.thinkuknow.common.Room;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * The memory for files of lessons that are read for requests. A request keeps its part until all of the file is sent: who
 * reads slowly has the file in memory all this time. It waits some seconds for it, and is then told to come again.
 */
@Singleton
public class FileRoom {
    private static final int MEGABYTE = 1024 * 1024;

    /** In MB; the whole memory of an instance has 512. */
    static final int ALL = 96;

    /** What one person takes of it, in MB: three of the largest films, or all pictures of a page. */
    private static final int OF_ONE_PERSON = 30;

    /** A file is in memory up to three times while it is read. */
    private static final int COPIES = 3;

    /** In MB, for one file after the other; more than half of what one person may take, who so has one folder at a time. */
    static final int A_FOLDER = 16;

    /** In MB; a person who has a folder can compare meanwhile. */
    private static final int A_COMPARISON = 14;

    /** Each of them has a thread: more would take the threads of all pages. */
    private static final int WAITING = 60;

    private static final int WAITING_OF_ONE_PERSON = 30;
    private static final long RETRY_AFTER_SECONDS = 10;

    final Room room = new Room(ALL, OF_ONE_PERSON);
    private final Room waiting = new Room(WAITING, WAITING_OF_ONE_PERSON);

    Duration patience = Duration.ofSeconds(5);

    /** Room that is taken until it is closed. */
    public interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the room for one file.
     *
     * @throws ServiceUnavailableException if there is none in time
     */
    public Taken forFile(StaffMember me, int bytes) {
        return take(me.username(), Math.ceilDiv(COPIES * bytes, MEGABYTE));
    }

    /**
     * Takes the room for all files of a folder, one after the other.
     *
     * @throws ServiceUnavailableException if there is none in time, or the person has another folder
     */
    public Taken forFolder(StaffMember me) {
        return take(me.username(), A_FOLDER);
    }

    /**
     * Takes the room to compare two states of a lesson, which for a long one takes a second and a connection to the database.
     *
     * @throws ServiceUnavailableException if there is none in time, or the person compares twice already
     */
    public Taken forComparison(StaffMember me) {
        return take(me.username(), A_COMPARISON);
    }

    private Taken take(String who, int megabytes) {
        if (!hasRoom(who, megabytes)) {
            throw new ServiceUnavailableException(RETRY_AFTER_SECONDS);
        }
        return () -> room.giveBack(who, megabytes);
    }

    private boolean hasRoom(String who, int megabytes) {
        if (!waiting.take(who, 1)) {
            return false;
        }
        try {
            return room.take(who, megabytes, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.giveBack(who, 1);
        }
    }
}
