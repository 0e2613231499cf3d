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
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Builds the printed sheets of a class: its cards to cut out, and the list on which staff write names by hand. */
@Singleton
public class CardSheets {
    private static final int ON_A_ROW = 2;

    private final String address;

    CardSheets(@ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.address = address.toString();
    }

    /** The page of cards to cut out. */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CardSheet(String title, String look, String room, String school, List<List<PaperCard>> rows)
            implements TemplateInstance {}

    /** The class list with a line for each name, filled in by hand. */
    @CheckedTemplate(basePath = "schools/classes", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HandList(String title, String look, String room, String school, String year, List<PaperCard> cards)
            implements TemplateInstance {}

    /** A card as printed; {@code opens} is the address in its QR code. */
    record PaperCard(int number, String name, String colour, String drawing, String opens) {}

    /** The sheet of all cards in force on a day: ten to a page, or four in large print. */
    public TemplateInstance sheet(SchoolFacts school, ClassFacts room, LocalDate day, boolean large) {
        return sheet("Cards of " + room.name(), school, room, cards(room, day), large);
    }

    /**
     * The sheet with one card.
     *
     * @throws NotFound if the class has no such card in force
     */
    TemplateInstance single(SchoolFacts school, ClassFacts room, LocalDate day, int number, boolean large) {
        var one = cards(room, day).stream()
                .filter(card -> card.number() == number)
                .toList();
        if (one.isEmpty()) {
            throw new NotFound();
        }
        return sheet("Card " + number + " of " + room.name(), school, room, one, large);
    }

    /** The list of all cards in force on a day, with space to write names by hand. */
    public TemplateInstance list(SchoolFacts school, ClassFacts room, LocalDate day, boolean large) {
        return new HandList(
                "Class list of " + room.name(),
                large ? "list large" : "list",
                room.name(),
                school.name(),
                room.yearKey(),
                cards(room, day));
    }

    private static CardSheet sheet(
            String title, SchoolFacts school, ClassFacts room, List<PaperCard> cards, boolean large) {
        var rows = new ArrayList<List<PaperCard>>();
        for (int i = 0; i < cards.size(); i += ON_A_ROW) {
            rows.add(cards.subList(i, Math.min(i + ON_A_ROW, cards.size())));
        }
        return new CardSheet(title, large ? "large" : "cards", room.name(), school.name(), rows);
    }

    private List<PaperCard> cards(ClassFacts room, LocalDate day) {
        return room.cards().stream()
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
