package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how style sheets, scripts and pictures are served and cached. */
@QuarkusTest
class AssetsTest {
    @Inject
    Assets assets;

    @Test
    void aHeadRequestHasTheHeadersOfTheWholeAsset() {
        var whole = given().get(assets.url("mark.svg"));
        var head = given().head(assets.url("mark.svg"));
        head.then().statusCode(200).body(emptyOrNullString());
        for (var name : new String[] {"Content-Type", "Content-Length", "Cache-Control", "Vary"}) {
            assertEquals(whole.header(name), head.header(name), name);
        }
    }

    @Test
    void theServiceWorkerIsNotCachedAndMayConnectOnlyToThisSite() {
        given().get("/lesson-worker.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("connect-src 'self'"));
    }

    @Test
    void anAssetOfAnotherBuildIsNotFound() {
        given().get("/assets/0000000000/mark.svg").then().statusCode(404);
        given().head("/assets/0000000000/mark.svg").then().statusCode(404);
    }

    @Test
    void whatIsTextSaysItsCharacterSet() {
        for (var name : new String[] {"mark.svg", "css/staff.css"}) {
            given().get(assets.url(name)).then().statusCode(200).header("Content-Type", endsWith("; charset=utf-8"));
        }
        given().get("/lesson-worker.js").then().header("Content-Type", "text/javascript; charset=utf-8");
        given().get("/help/button.svg").then().header("Content-Type", "image/svg+xml;charset=UTF-8");
    }
}
