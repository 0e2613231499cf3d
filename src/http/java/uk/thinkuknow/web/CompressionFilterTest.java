package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

/** Tests that pages are compressed only for browsers that accept gzip. */
@QuarkusTest
class CompressionFilterTest {
    @Test
    void aPageIsCompressedForABrowserThatAcceptsGzip() {
        given().header("Accept-Encoding", "gzip")
                .get("/privacy")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Vary", containsString("Accept-Encoding"))
                .body(containsString("What is kept, and for how long"));
    }

    @Test
    void aPageIsNotCompressedForABrowserThatDoesNotAcceptGzip() {
        given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .get("/privacy")
                .then()
                .header("Content-Encoding", nullValue())
                .body(containsString("What is kept, and for how long"));
    }
}
