package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@code scripts/drill words}: ten demo users follow the links of up to 90 pages each, type hostile words into the text
 * fields and send the forms, except those that sign out, erase, end or withdraw something. No dialog may open, the
 * content security policy must have nothing to block, and no request may go elsewhere. Fields are counted by their
 * form's address and their name.
 */
@Tag("journey")
class HostileFormsDrill {
    private static final List<String> EVERYONE =
            List.of("tess", "sadie", "dee", "tariq", "sian", "mina", "rita", "aoife", "nell", "ada");
    private static final int OF_A_KIND = 2;
    private static final int PAGES_AT_MOST = 90;
    private static final Pattern PART = Pattern.compile("/(?:[a-z0-9]{10}|[0-9]+)(?=/|$)");
    private static final Pattern LEFT_ALONE = Pattern.compile(
            "/sign-out|/erase|/disable|/end$|/withdraw|/discard|/lesson\\.zip|/work-here|\\.(pdf|csv|ods|zip|ics|json|svg|jwt)|/api/|/retention/");
    /** Lists the forms of a page: their position, address and text fields. */
    private static final String FORMS = """
            () => [...document.forms].map((form, at) => ({
                at, action: new URL(form.action).pathname, method: form.method,
                fields: [...form.elements].filter(one => one.name && (one.tagName === 'TEXTAREA'
                    || (one.tagName === 'INPUT' && ['text', 'search', 'email', 'tel', 'url'].includes(one.type)))).map(one => one.name)
            }))""";

    private static final String FILL = """
            ([at, words]) => {
                const form = document.forms[at];
                form.noValidate = true;
                let next = 0;
                for (const one of form.elements) {
                    if (one.tagName === 'TEXTAREA' || (one.tagName === 'INPUT' && ['text', 'search', 'email', 'tel', 'url'].includes(one.type))) {
                        one.removeAttribute('maxlength');
                        one.value = words[next++ % words.length];
                    } else if (one.type === 'checkbox' || (one.type === 'radio' && !form.querySelector(`[name="${CSS.escape(one.name)}"]:checked`))) {
                        one.checked = true;
                    } else if (one.tagName === 'SELECT' && !one.value && one.options.length) {
                        one.selectedIndex = one.options.length - 1;
                    } else if (one.type === 'number' && !one.value) {
                        one.value = one.min || 1;
                    }
                }
                for (const element of document.querySelectorAll('a, button, summary, img, input')) {
                    for (const name of ['mouseover', 'focus', 'toggle', 'error']) element.dispatchEvent(new Event(name));
                }
                HTMLFormElement.prototype.submit.call(form);
            }""";

    private final TreeSet<String> harm = new TreeSet<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private final TreeSet<String> sent = new TreeSet<>();
    private final List<String> words = new ArrayList<>();
    private final String base = Product.running().address();
    private int next;
    private int forms;

    @Test
    void hostileWordsInFormFieldsDoNothing() throws IOException {
        words.addAll(Files.readAllLines(Path.of("src/test/resources/hostile-words.txt")));
        for (var who : EVERYONE) {
            int before = sent.size();
            int pages = walk(who);
            System.out.printf(
                    "NOTE  %s: %d pages, %d fields filled that nobody had before%n", who, pages, sent.size() - before);
        }
        var left = new TreeSet<>(seen);
        left.removeAll(sent);
        left.forEach(field -> System.out.println("NOTE  seen and not sent: " + field));
        System.out.printf(
                "%s  words: %d forms sent with hostile words in %d of %d fields, %d of them did anything%n",
                harm.isEmpty() ? "PASS" : "FAIL", forms, sent.size(), seen.size(), harm.size());
        harm.forEach(one -> System.out.println("FAIL  " + one));
        assertEquals(new TreeSet<>(), harm);
    }

    private int walk(String who) {
        var page = Chromium.signedIn(who, "/staff");
        listen(page, who);
        var waiting = new ArrayDeque<>(List.of("/staff"));
        var known = new TreeSet<>(waiting);
        var kinds = new HashMap<String, Integer>();
        int pages = 0;
        while (!waiting.isEmpty() && pages < PAGES_AT_MOST) {
            var path = waiting.poll();
            if (!open(page, path)) {
                continue;
            }
            pages++;
            for (var link : links(page)) {
                if (known.add(link) && kinds.merge(kind(link), 1, Integer::sum) <= OF_A_KIND) {
                    waiting.add(link);
                }
            }
            send(page, path);
        }
        page.context().close();
        return pages;
    }

    @SuppressWarnings("unchecked")
    private void send(Page page, String path) {
        for (var form : (List<Map<String, Object>>) page.evaluate(FORMS)) {
            var action = (String) form.get("action");
            var fields = ((List<String>) form.get("fields"))
                    .stream()
                            .map(name -> kind(action) + " " + PART.matcher(name).replaceAll("/…"))
                            .toList();
            seen.addAll(fields);
            if (fields.isEmpty() || LEFT_ALONE.matcher(action).find() || sent.containsAll(fields)) {
                continue;
            }
            try {
                page.evaluate(FILL, List.of(form.get("at"), words.subList(next % words.size(), words.size())));
                page.waitForLoadState(LoadState.DOMCONTENTLOADED);
                next += fields.size();
                forms++;
                sent.addAll(fields);
            } catch (PlaywrightException e) {
                // the page navigated during the call, so the form was sent
                sent.addAll(fields);
            }
            open(page, path);
        }
    }

    private boolean open(Page page, String path) {
        try {
            page.navigate(base + path);
            return page.url().startsWith(base);
        } catch (PlaywrightException e) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> links(Page page) {
        return ((List<String>) page.evaluate("() => [...document.links].map(link => link.href)"))
                .stream()
                        .filter(link -> link.startsWith(base + "/"))
                        .map(link -> link.substring(base.length()).replaceFirst("#.*", ""))
                        .filter(link -> !LEFT_ALONE.matcher(link).find())
                        .toList();
    }

    private void listen(Page page, String who) {
        page.onDialog(dialog -> {
            if (!dialog.type().equals("beforeunload")) {
                harm.add(who + " dialog: " + dialog.message() + " on " + page.url());
            }
            dialog.accept();
        });
        page.context().onRequest(request -> {
            if (!request.url().startsWith(base)
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")
                    && !request.url().contains("/realms/")) {
                harm.add(who + " request: " + request.url() + " on " + page.url());
            }
        });
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) {
                harm.add(who + " policy: " + said.text() + " on " + page.url());
            }
        });
    }

    private static String kind(String path) {
        return PART.matcher(path.replaceFirst("\\?.*", "").replaceFirst("^/modules/[a-z0-9-]+", "/modules/…"))
                .replaceAll("/…");
    }
}
