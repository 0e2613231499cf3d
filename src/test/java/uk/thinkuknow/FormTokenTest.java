package uk.thinkuknow;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A form is still good when other pages have been opened since: a live room asks for news every second. */
@QuarkusTest
class FormTokenTest {
    private static final String ADA = "ada administrator";

    @Test
    void aFormIsStillGoodAfterAnotherPageWasOpened() {
        var open = StaffForm.as(ADA).open("/safeguards");
        var cookies = new HashMap<>(open.cookies());
        cookies.putAll(given().header(TestIdentity.HEADER, ADA)
                .cookies(cookies)
                .get("/safeguards")
                .cookies());
        var sent = new StaffForm.Opened(cookies, open.token())
                .send(ADA, "/safeguards/deletion/record", "note", "Written down in the records policy");
        assertEquals(303, sent.statusCode());
    }
}
