package uk.thinkuknow.exchange.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.Pairs;
import uk.thinkuknow.exchange.content.Quiz;
import uk.thinkuknow.exchange.content.Thing;
import uk.thinkuknow.exchange.qti.QtiResponse;

/** Statements of Moodle, each with the column in which it belongs, such as true and false: things in groups. */
final class MoodleGrid {
    private final Element question;
    private final Quiz quiz;

    MoodleGrid(Element question, Quiz quiz) {
        this.question = question;
        this.quiz = quiz;
    }

    void read() {
        var columns = new LinkedHashMap<String, Thing>();
        for (var column : question.children("column")) {
            columns.put(column.at("number"), quiz.thing(MoodleXml.text(column, "responsetext")));
        }
        var pairs = new ArrayList<Pairs.Pair>();
        var seen = new HashSet<String>();
        for (var row : question.children("row")) {
            var right = question.children("weight").stream()
                    .filter(weight -> weight.at("rownumber").equals(row.at("number")))
                    .filter(weight -> QtiResponse.number(weight.childText("value")) > 0)
                    .map(weight -> columns.get(weight.at("columnnumber")))
                    .toList();
            if (right.size() != 1 || right.getFirst() == null) {
                throw new Refused("does not say in which column each of its statements belongs");
            }
            var said = quiz.thing(MoodleXml.text(row, "optiontext"));
            // Two statements may have the same words.
            boolean first = seen.add(said.id());
            var thing = first ? said : new Thing(said.id() + " " + row.at("number"), said.text(), said.picture());
            pairs.add(new Pairs.Pair(
                    thing, right.getFirst(), MoodleXml.text(row, "feedbacktext").plain(), ""));
        }
        quiz.sorted(pairs, columns.values().stream().toList());
    }
}
