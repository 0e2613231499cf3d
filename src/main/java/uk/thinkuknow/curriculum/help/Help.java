package uk.thinkuknow.curriculum.help;

import java.util.List;
import java.util.Optional;

/**
 * What the help panel tells a band in a nation, in the order every band is told: danger, a grown-up, Childline, then CEOP
 * and Report Remove as the band allows. The youngest are shown people only; the numbers are for the grown-up beside them.
 *
 * @param band an age band's key, or "" where it is not known yet
 * @param reader what the grown-up is called who keeps children safe at a school there
 * @param grownUp what the grown-up beside the youngest is told
 */
public record Help(
        String band, Words words, String reader, HelpLine danger, List<HelpLine> lines, List<HelpLine> grownUp) {

    /** The sentences around the lines; waits is for whoever has come from a lesson. */
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

    /** Are people shown and nothing to ring, because these children cannot read yet? */
    public boolean peopleOnly() {
        return !grownUp.isEmpty();
    }

    /** Those of this band's lines that a lesson names, in the lesson's order. */
    public List<HelpLine> named(List<String> keys) {
        return keys.stream()
                .map(key ->
                        lines.stream().filter(line -> line.key().equals(key)).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }
}
