package uk.thinkuknow.curriculum.help;

import java.util.List;
import java.util.Optional;

/**
 * The content of the help panel for an age band and a nation: danger first, then an adult, Childline, and CEOP and
 * Report Remove for the bands that may use them. The youngest are shown people only; the numbers are for the adult
 * beside them.
 *
 * @param band the design of the age band; "" if not known yet
 * @param reader the title of a school's safeguarding lead in that nation
 * @param grownUp the lines for the adult beside the youngest children
 */
public record HelpPanel(
        String band, Words words, String reader, HelpLine danger, List<HelpLine> lines, List<HelpLine> grownUp) {

    /** The sentences around the help lines; {@code waits} is for children who opened help during a lesson. */
    public record Words(String heading, String lead, String waits, String last) {}

    public String heading() {
        return words.heading();
    }

    public String lead() {
        return words.lead();
    }

    public String waits() {
        return words.waits();
    }

    public String last() {
        return words.last();
    }

    /** Returns whether the panel shows people and no numbers, for children who cannot read yet. */
    public boolean peopleOnly() {
        return !grownUp.isEmpty();
    }

    /** Returns the lines that a lesson names, in the lesson's order. */
    public List<HelpLine> named(List<String> keys) {
        return keys.stream()
                .map(key ->
                        lines.stream().filter(line -> line.key().equals(key)).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }
}
