package uk.thinkuknow.schools.school;

import uk.thinkuknow.common.Language;

/**
 * One picture of the deck.
 *
 * @param key what is stored and sent, for example {@code blue-otter}
 * @param name what people say, for example "Blue Otter"
 * @param welsh the same in Welsh, for example "Dyfrgi Glas"
 * @param colour one of Gold, Blue, Green, Red, Pink and Purple
 * @param drawing its symbol in {@code cards/cards.svg}
 */
public record CardPicture(String key, String name, String welsh, String colour, String drawing) {
    /** What people say in a language. */
    public String named(Language language) {
        return language.isWelsh() ? welsh : name;
    }
}
