package uk.thinkuknow.schools.school;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the deck has sixty different pictures, each drawn, and none with a name that could hurt a child. */
class DeckTest {
    private static final Set<String> COLOURS = Set.of("Gold", "Blue", "Green", "Red", "Pink", "Purple");

    /** Welsh words used as insults: about bodies, minds, money or origin, or rude; the English ones are below. */
    private static final List<String> UNKIND_IN_WELSH =
            List.of("mochyn", "hwch", "llygoden fawr", "neidr", "mul", "asyn", "morfil", "malwoden");

    private static final List<String> UNKIND = List.of(
            "pig",
            "cow",
            "rat",
            "ape",
            "monkey",
            "gorilla",
            "snake",
            "elephant",
            "hippo",
            "whale",
            "sloth",
            "giraffe",
            "bear",
            "beaver",
            "frog",
            "toad",
            "snail",
            "slug",
            "worm",
            "crab",
            "goose",
            "donkey",
            "camel",
            "chicken",
            "skunk",
            "walrus",
            "rhino",
            "shark",
            "spider",
            "rooster",
            "vulture",
            "mule",
            "sheep",
            "goat",
            "poodle",
            "carrot",
            "lemon",
            "pear",
            "melon",
            "peach",
            "banana",
            "cherry",
            "nut",
            "potato",
            "cabbage",
            "pineapple",
            "aubergine",
            "mushroom",
            "cactus",
            "weed",
            "snowflake",
            "snowman",
            "rainbow",
            "crown",
            "bell",
            "trumpet",
            "moon",
            "anchor",
            "bus",
            "mountain",
            "balloon",
            "ball",
            "barrel",
            "teapot",
            "stick",
            "plank",
            "plane",
            "robot",
            "puzzle",
            "bulb",
            "screw",
            "tool",
            "ghost",
            "clown",
            "doll",
            "devil",
            "angel",
            "bin",
            "sock");

    private final Deck deck = new Deck();

    @Test
    void theDeckHasSixtyDifferentPictures() {
        assertEquals(60, deck.all().size());
        for (var what :
                List.<Function<CardPicture, String>>of(CardPicture::key, CardPicture::name, CardPicture::drawing)) {
            assertEquals(60, deck.all().stream().map(what).distinct().count());
        }
    }

    @Test
    void everyPictureHasOneOfSixColoursAndIsNamedAfterIt() {
        for (var picture : deck.all()) {
            assertTrue(COLOURS.contains(picture.colour()), picture.key());
            assertTrue(picture.name().matches(picture.colour() + " [A-Z][a-z]+"), picture.name());
            assertEquals(
                    picture.colour().toLowerCase(Locale.ROOT) + "-" + picture.drawing(),
                    picture.key(),
                    "the player reads colour and drawing from the key");
        }
    }

    @Test
    void everyDrawingIsInTheWholeSpriteAndInItsHalf() throws IOException {
        var whole = sprite("cards");
        for (int i = 0; i < 60; i++) {
            var symbol = "<symbol id=\"" + deck.all().get(i).drawing() + "\"";
            assertTrue(whole.contains(symbol), symbol);
            assertTrue(sprite(i < 30 ? "cards-1" : "cards-2").contains(symbol), symbol);
        }
    }

    @Test
    void noPictureIsAnInsult() {
        for (var picture : deck.all()) {
            var word = picture.drawing();
            assertTrue(UNKIND.stream().noneMatch(word::equals), word);
        }
    }

    @Test
    void everyCardHasItsOwnWelshNameThatIsNoInsult() {
        var names = deck.all().stream().map(CardPicture::welsh).toList();
        assertEquals(60, Set.copyOf(names).size());
        for (var name : names) {
            assertTrue(UNKIND_IN_WELSH.stream().noneMatch(name.toLowerCase(Locale.ROOT)::contains), name);
        }
    }

    @Test
    void theDeckStartsWithTheBlueOtterAndRefusesUnknownKeys() {
        assertEquals(
                new CardPicture("blue-otter", "Blue Otter", "Dyfrgi Glas", "Blue", "otter"),
                deck.all().get(0));
        assertEquals("Gold Rocket", deck.of("gold-rocket").name());
        assertThrows(IllegalArgumentException.class, () -> deck.of("grey-pig"));
    }

    private static String sprite(String name) throws IOException {
        try (var file = DeckTest.class.getResourceAsStream("/assets/cards/" + name + ".svg")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
