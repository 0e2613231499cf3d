package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a lesson is read aloud by a British voice installed on the device, never by a remote one. */
@Tag("journey")
class ReadAloudJourneyTest {
    private static final String ADDRESS = Product.running().address() + "/modules/who-is-really-there/try";

    @Test
    void withoutABritishVoiceOnTheDeviceReadingAloudIsNotOffered() {
        for (var voices :
                List.of("[]", "[{localService: false, lang: 'en-GB'}]", "[{localService: true, lang: 'en-US'}]")) {
            var page = lesson(voices);
            assertThat(page.locator(".say")).hasCount(0);
            assertEquals(List.of(), page.evaluate("said"));
            page.context().close();
        }
    }

    @Test
    void aTapReadsSentenceBySentenceAndAnotherPauses() {
        var page = lesson("[{localService: false, lang: 'en-GB'}, {localService: true, lang: 'en-GB', name: 'here'}]");
        var listen = page.locator("main > .step:not([hidden]) .say").first();
        assertEquals(List.of(), page.evaluate("said"));
        listen.click();
        var title = page.locator("main > .step:not([hidden]) h1").innerText();
        assertThat(page.locator(".now-read")).hasText(title);
        assertEquals(List.of("here " + title), page.evaluate("said"));
        page.evaluate("endSentence()");
        assertThat(page.locator(".now-read")).not().hasText(title);
        var second = page.locator(".now-read").innerText();
        assertTrue(second.strip().endsWith("."), second);
        listen.click();
        assertThat(listen).hasAccessibleName("Listen");
        page.evaluate("endSentence()");
        assertThat(page.locator(".now-read")).hasText(second);
        listen.click();
        assertEquals(second.strip(), page.evaluate("said[said.length - 1].slice(5)"));
        page.locator("#next").click();
        assertThat(page.locator(".now-read")).hasCount(0);
        assertThat(page.locator(".piece")).hasCount(0);
        page.context().close();
    }

    @Test
    void theQuestionItsAnswersAndItsFeedbackAreReadToo() {
        var page = lesson("[{localService: true, lang: 'en-GB', name: 'here'}]");
        while (page.locator("main > .step:not([hidden]) form.q").count() == 0) {
            page.locator("#next").click();
        }
        page.locator("main > .step:not([hidden]) .say").first().click();
        page.evaluate("(() => { for (let i = 0; i < 30; i++) endSentence(); })()");
        var all = page.evaluate("said.join(' ')").toString();
        for (var words : page.locator("main > .step:not([hidden]) legend, main > .step:not([hidden]) label")
                .allInnerTexts()) {
            assertTrue(all.contains(words.strip().replaceAll("[.!?].*", "")), words + " was not read: " + all);
        }
        page.locator("main > .step:not([hidden]) input")
                .first()
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("#next").click();
        page.locator(".fb .say").click();
        assertThat(page.locator(".fb .now-read")).isVisible();
        Chromium.assertAccessible(page);
        page.context().close();
    }

    private static Page lesson(String voices) {
        var page = Chromium.signedIn("tess", "/staff");
        page.setViewportSize(820, 1180);
        page.addInitScript("""
                window.said = [];
                window.SpeechSynthesisUtterance = function (text) { this.text = text; };
                Object.defineProperty(window, 'speechSynthesis', {value: {
                    getVoices: () => %s, cancel() {}, addEventListener() {},
                    speak(one) { said.push(one.voice.name + ' ' + one.text); window.last = one; }
                }});
                window.endSentence = () => window.last.onend({});""".formatted(voices));
        page.navigate(ADDRESS);
        page.locator("#next").waitFor();
        return page;
    }
}
