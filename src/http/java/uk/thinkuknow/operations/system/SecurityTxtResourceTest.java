package uk.thinkuknow.operations.system;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.NotFound;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests security.txt, which says where to report a vulnerability. */
@QuarkusTest
class SecurityTxtResourceTest {
    @Inject
    Clock clock;

    @Test
    void tellsTheContactOfTheInstallationAndExpiresInHalfAYear() {
        given().get("/.well-known/security.txt")
                .then()
                .statusCode(200)
                .contentType(equalTo("text/plain;charset=utf-8"))
                .body(equalTo(
                        """
                        Contact: mailto:security@example.org
                        Expires: %s
                        Preferred-Languages: en
                        """.formatted(clock.instant().plus(Duration.ofDays(180)).truncatedTo(ChronoUnit.DAYS))));
    }

    @Test
    void isNotFoundWithoutAContact() {
        var unset = new SecurityTxtResource(Optional.empty(), clock);
        assertThrows(NotFound.class, unset::securityTxt);
    }
}
