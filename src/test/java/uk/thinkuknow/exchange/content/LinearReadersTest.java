package uk.thinkuknow.exchange.content;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.TestSample;
import uk.thinkuknow.exchange.formats.LessonImporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that reading a file of questions takes memory in proportion to its length, whichever of its parts is repeated: a
 * part that takes its square lets a small file end the application. Memory is measured, not time, because it is the same
 * on every machine.
 */
class LinearReadersTest {
    private static final int FEW = 300;
    private static final int TIMES = 4;
    /** What reading may take beyond its share, in bytes: tables double, and a report has its own size. */
    private static final long BESIDE = 6_000_000;

    private static final Pattern ELEMENT = Pattern.compile("<([\\w-]+)[^>]*?(?:/>|>(?=(.*?)</\\1>))", Pattern.DOTALL);

    private static final String ITEM = """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="An item" adaptive="false">
            <qti-response-declaration identifier="R" cardinality="multiple" base-type="identifier"/>
            <qti-response-declaration identifier="S" cardinality="single" base-type="identifier"><qti-correct-response>
            <qti-value>a</qti-value></qti-correct-response><qti-mapping><qti-map-entry map-key="a" mapped-value="1"/></qti-mapping>
            <qti-area-mapping><qti-area-map-entry shape="rect" coords="1,2,3,4" mapped-value="1"/></qti-area-mapping>
            </qti-response-declaration><qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
            <qti-template-declaration identifier="T" cardinality="single" base-type="float"/>
            <qti-item-body><p>Some words <b>and</b> more.</p><qti-rubric-block view="tutor"><p>For teachers.</p></qti-rubric-block>
            <qti-choice-interaction response-identifier="S" max-choices="1"><qti-prompt>Which?</qti-prompt>
            <qti-simple-choice identifier="a">One<qti-feedback-inline outcome-identifier="F" identifier="a">Yes</qti-feedback-inline>
            </qti-simple-choice><qti-simple-choice identifier="b">Two</qti-simple-choice></qti-choice-interaction>
            <ul><li>x</li></ul><table><tr><td>y</td></tr></table><img src="none.png" alt="z"/></qti-item-body>
            <qti-response-processing><qti-response-condition><qti-response-if><qti-and><qti-match><qti-variable identifier="R"/>
            <qti-multiple><qti-base-value base-type="identifier">a</qti-base-value></qti-multiple></qti-match></qti-and>
            <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
            </qti-response-if></qti-response-condition></qti-response-processing>
            <qti-modal-feedback outcome-identifier="F" identifier="a" show-hide="show">Well done</qti-modal-feedback>
            </qti-assessment-item>""";

    private static final String MOODLE = """
            <quiz><question type="category"><category><text>a/b</text></category></question><question type="multichoice"><name>
            <text>One</text></name><questiontext format="html"><text><![CDATA[<p>Which <b>one</b>?</p>]]></text><file name="a.png"
            encoding="base64">AAAA</file></questiontext><answer fraction="100"><text>a</text><feedback><text>Yes</text></feedback>
            </answer><answer fraction="0"><text>b</text></answer><hint><text>h</text></hint><tags><tag><text>t</text></tag></tags></question>
            <question type="cloze"><questiontext><text>A {1:MULTICHOICE:=b#c~%50%d} e</text></questiontext></question>
            <question type="ddwtos"><questiontext><text>[[1]] [[2]]</text></questiontext><dragbox><text>x</text></dragbox></question>
            <question type="matching"><questiontext><text>m</text></questiontext><subquestion><text>a</text><answer><text>b</text>
            </answer></subquestion></question></quiz>""";

    private static final String GIFT = """
            $CATEGORY: a/b

            // a note
            ::One:: Which [html]<b>one</b>? {=a#yes ~%50%b ~c \\{ }

            ::Two:: Match {=a -> b =c -> d}

            It is so.{T#no#yes}

            How many {#1:2}
            """;

    @Test
    void eachElementOfAnItemOrAQuizMayBeRepeated() {
        var steep = new TreeMap<String, String>();
        for (var file : List.of(ITEM, MOODLE)) {
            var elements = repeatedElements(file);
            TestSample.tenth(elements.keySet()).forEach(name -> note(name, elements.get(name), steep));
        }
        assertEquals(new TreeMap<>(), steep);
    }

    @Test
    void eachSignOfATextMayBeRepeated() {
        var steep = new TreeMap<String, String>();
        for (var sign : List.of(
                "{}", "{", "}", "=", "~", "{=}", "{~", "->", "#", "::", "\\", "$", "\n", " ", "%1%", "//", "[",
                "<b>")) {
            for (int at = 0; at < GIFT.length(); at += TestSample.ALL ? 12 : 60) {
                var parts = new String[] {GIFT.substring(0, at), sign.repeat(8), GIFT.substring(at)};
                note(sign.strip() + " at " + at, parts, steep);
            }
        }
        assertEquals(new TreeMap<>(), steep);
    }

    /** For each element, once and with what is in it, and also empty: what is before, the element, and what is after. */
    private static LinkedHashMap<String, String[]> repeatedElements(String file) {
        var all = new LinkedHashMap<String, String[]>();
        var found = ELEMENT.matcher(file);
        while (found.find()) {
            var name = found.group(1);
            boolean root = found.start() == 0;
            if (root || all.containsKey(name)) {
                continue;
            }
            int end = found.group(2) == null
                    ? found.end()
                    : found.end() + found.group(2).length() + name.length() + 3;
            var before = file.substring(0, found.start());
            all.put(name, new String[] {before, file.substring(found.start(), end), file.substring(end)});
            all.put(name + " without content", new String[] {before, "<" + name + "/>", file.substring(found.start())});
        }
        return all;
    }

    private static void note(String name, String[] parts, TreeMap<String, String> steep) {
        long few = taken(parts, FEW);
        long many = taken(parts, FEW * TIMES);
        if (many > TIMES * few + BESIDE) {
            steep.put(name, few + " became " + many);
        }
    }

    private static long taken(String[] parts, int times) {
        var file = (parts[0] + parts[1].repeat(times) + parts[2]).getBytes(StandardCharsets.UTF_8);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        LessonImporter.read("x", file);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
