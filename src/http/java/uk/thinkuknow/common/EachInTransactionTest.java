package uk.thinkuknow.common;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that a failing item is rolled back alone and does not stop the others. */
@QuarkusTest
class EachInTransactionTest {
    @Inject
    EntityManager database;

    @Test
    void aFailingItemIsRolledBackAndTheOthersAreDone() {
        var done = new ArrayList<String>();
        long before = counted();
        EachInTransaction.run("not done", List.of("first", "second", "third"), each -> {
            database.createNativeQuery("update place_version set number = number + 1")
                    .executeUpdate();
            if (each.equals("second")) {
                throw new IllegalStateException("this one cannot be done");
            }
            done.add(each);
        });
        assertEquals(List.of("first", "third"), done);
        assertEquals(before + 2, counted());
    }

    private long counted() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select number from place_version")
                                .getSingleResult())
                        .longValue());
    }
}
