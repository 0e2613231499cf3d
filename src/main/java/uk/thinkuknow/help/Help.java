package uk.thinkuknow.help;

import java.util.List;
import java.util.Optional;

/**
 * What the help panel tells a band, in the order every band is told: danger, a grown-up, Childline, then CEOP and
 * Report Remove as the band allows. The youngest are shown people only; the numbers are for the grown-up beside them.
 *
 * @param band an age band's key, or "" where it is not known yet
 */
public record Help(String band, String heading, String lead, boolean peopleOnly, List<HelpLine> lines, String last) {
    private static final HelpLine CHILDLINE = new HelpLine(
            "childline",
            "Talk to Childline",
            "Free, day and night. You don’t have to give your name.",
            "0800 1111",
            "tel:08001111");
    private static final HelpLine CHILDLINE_YOUNG = new HelpLine(
            "childline", "Ring Childline", "Free, day and night. Kind people listen.", "0800 1111", "tel:08001111");
    private static final HelpLine CEOP = new HelpLine(
            "ceop",
            "Someone is pressuring, tricking or threatening you online",
            "Report it to CEOP, specialists in keeping children safe.",
            "CEOP report",
            "https://www.ceop.police.uk/Safety-Centre/");
    private static final HelpLine CEOP_YOUNG = new HelpLine(
            "ceop",
            "Someone online asks for things that feel wrong",
            "Tell a grown-up. Together you can report it to CEOP.",
            "CEOP report",
            "https://www.ceop.police.uk/Safety-Centre/");
    private static final HelpLine REPORT_REMOVE = new HelpLine(
            "report-remove",
            "There’s a nude image of you",
            "Report Remove, for under 18s. Nobody at school needs to see it.",
            "Report Remove",
            "https://www.childline.org.uk/remove");

    /** The help of a band; an unknown one gets what suits any child. */
    public static Help of(String band) {
        return switch (band) {
            case "4-7" -> new Help(band, "Tell a grown-up.", "You are not in trouble.", true, youngest(), "");
            case "8-10" ->
                new Help(
                        band,
                        "Get help",
                        "Opening this tells nobody. Your lesson waits.",
                        false,
                        List.of(
                                grownUp("a grown-up", "Put your hand up now, or tell someone at home."),
                                CHILDLINE_YOUNG,
                                CEOP_YOUNG),
                        "It’s not your fault. You can also ask for a friend.");
            case "11-13", "14-18" ->
                new Help(
                        band,
                        "Get help now",
                        "Opening this tells nobody. Your lesson waits where you left it.",
                        false,
                        List.of(
                                grownUp("an adult", "Your teacher now, or the safeguarding lead at your school."),
                                CHILDLINE,
                                CEOP,
                                REPORT_REMOVE),
                        "It’s not your fault, even if you did something you now regret. Don’t send an image on, not even to"
                                + " get help. You can use any of these for a friend.");
            default ->
                new Help(
                        "",
                        "Get help",
                        "Opening this tells nobody.",
                        false,
                        List.of(grownUp("a grown-up", "Put your hand up now, or tell someone at home."), CHILDLINE),
                        "It’s not your fault. You can also ask for a friend.");
        };
    }

    /** Those of this band's lines that a lesson names, in the lesson's order. */
    public List<HelpLine> named(List<String> keys) {
        return keys.stream()
                .map(key ->
                        lines.stream().filter(line -> line.key().equals(key)).findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static HelpLine grownUp(String who, String text) {
        return new HelpLine("grown-up", "Talk to " + who + " you trust", text, null, null);
    }

    private static List<HelpLine> youngest() {
        return List.of(
                new HelpLine("grown-up", "Put your hand up now.", "", null, null),
                new HelpLine("home", "Tell someone at home.", "", null, null),
                new HelpLine("school", "Tell your teacher.", "", null, null));
    }
}
