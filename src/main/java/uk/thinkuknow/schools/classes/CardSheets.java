package uk.thinkuknow.schools.classes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolFacts;

/**
 * Builds the printed sheets of a class: its cards to cut out, and the list on which its staff write the children's
 * names by hand.
 */
@Singleton
public class CardSheets {
    private static final int ON_A_ROW = 2;

    private final String address;

    CardSheets(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.address = address.toString();
    }

    /** The template of a class's printed cards, to cut out, in rows of two. */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CardSheet(String title, String look, String className, String school, List<List<PaperCard>> rows)
            implements TemplateInstance {}

    /** The template of a class's printed list: the cards, each with a line on which its name is written by hand. */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HandList(String title, String look, String className, String school, String year, List<PaperCard> cards)
            implements TemplateInstance {}

    /**
     * A card as printed; {@code opens} is the address in its QR code, which opens the children's page with the card's
     * number.
     */
    record PaperCard(int number, String name, String colour, String drawing, String opens) {}

    /** The sheet of all cards in force on a day: ten to a page, or four in large print. */
    public TemplateInstance sheet(SchoolFacts school, ClassFacts schoolClass, LocalDate day, boolean large) {
        return sheet(
                Words.of("classes.cardsTitleOf", schoolClass.name()),
                school,
                schoolClass,
                cards(schoolClass, day),
                large);
    }

    /**
     * The sheet with one card.
     *
     * @throws NotFound if the class has no such card in force
     */
    TemplateInstance single(SchoolFacts school, ClassFacts schoolClass, LocalDate day, int number, boolean large) {
        var one = cards(schoolClass, day).stream()
                .filter(card -> card.number() == number)
                .toList();
        if (one.isEmpty()) {
            throw new NotFound();
        }
        return sheet(Words.of("classes.cardTitleOf", number, schoolClass.name()), school, schoolClass, one, large);
    }

    /** The list of all cards in force on a day, with space to write names by hand. */
    public TemplateInstance list(SchoolFacts school, ClassFacts schoolClass, LocalDate day, boolean large) {
        return new HandList(
                Words.of("classes.listTitleOf", schoolClass.name()),
                large ? "list large" : "list",
                schoolClass.name(),
                school.name(),
                schoolClass.yearKey(),
                cards(schoolClass, day));
    }

    private static CardSheet sheet(
            String title, SchoolFacts school, ClassFacts schoolClass, List<PaperCard> cards, boolean large) {
        var rows = new ArrayList<List<PaperCard>>();
        for (int i = 0; i < cards.size(); i += ON_A_ROW) {
            rows.add(cards.subList(i, Math.min(i + ON_A_ROW, cards.size())));
        }
        return new CardSheet(title, large ? "large" : "cards", schoolClass.name(), school.name(), rows);
    }

    private List<PaperCard> cards(ClassFacts schoolClass, LocalDate day) {
        return schoolClass.cards().stream()
                .filter(card -> card.inForce(day))
                .map(this::card)
                .toList();
    }

    private PaperCard card(CardFacts card) {
        var picture = card.picture();
        return new PaperCard(
                card.number(),
                picture.name(),
                picture.colour().toLowerCase(Locale.ROOT),
                picture.drawing(),
                address + "/#card=" + card.number());
    }
}
