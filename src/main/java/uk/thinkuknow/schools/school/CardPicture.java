package uk.thinkuknow.schools.school;

import uk.thinkuknow.common.Language;

/**
 * One picture of the deck, by which children know their cards, with its name in English and Welsh.
 *
 * @param key stored and sent, for example {@code blue-otter}
 * @param name in English, for example "Blue Otter"
 * @param welsh in Welsh, for example "Dyfrgi Glas"
 * @param colour one of Gold, Blue, Green, Red, Pink and Purple
 * @param drawing the id of its symbol in {@code cards/cards.svg}
 */
public record CardPicture(String key, String name, String welsh, String colour, String drawing) {
    /** The name in English or Welsh. */
    public String named(Language language) {
        return language.isWelsh() ? welsh : name;
    }
}
