package uk.thinkuknow.web;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.StaffBrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests that typed words which a page puts into its addresses are one value there, and nothing else. */
@QuarkusTest
class TypedWordsTest {
    private static final String TYPED = "zq&page=7#a\"<b>'é+%2f ?=c";
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action)=\"([^\"]*zq[^\"]*)\"");

    @ParameterizedTest
    @CsvSource({
        "/audit, who, ada administrator",
        "/missing-returns, words, mona manager",
        "/coverage/schools, words, mona manager",
        "/reach/between, words, mona manager",
        "/targets, words, mona manager",
        "/modules, words, tess teacher",
        "/letters, to, ada administrator",
        "/accounts, words, ada administrator",
        "/trainers, name, mona manager",
        "/training/trained, name, mona manager"
    })
    void typedWordsAreOneValueOfAnAddress(String page, String name, String who) {
        var shown = StaffBrowser.as(who)
                .get(page + "?" + name + "=" + URLEncoder.encode(TYPED, StandardCharsets.UTF_8))
                .asString();
        assertFalse(shown.contains(TYPED), "as markup");
        var values = new ArrayList<String>();
        ADDRESS.matcher(shown)
                .results()
                .map(found -> plain(found.group(1)))
                .forEach(address -> Arrays.stream(
                                address.replaceFirst("^[^?]*\\?", "").split("[&#]"))
                        .filter(each -> each.startsWith(name + "=") || each.contains("zq") || each.equals("page=7"))
                        .forEach(each -> values.add(URLDecoder.decode(each, StandardCharsets.UTF_8))));
        assertEquals(List.of(name + "=" + TYPED), values.stream().distinct().toList());
    }

    private static String plain(String markup) {
        return markup.replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
