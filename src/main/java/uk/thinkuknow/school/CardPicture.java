package uk.thinkuknow.school;

/**
 * One picture of the deck.
 *
 * @param key what is stored and sent, for example {@code blue-otter}
 * @param name what people say, for example "Blue Otter"
 * @param colour one of Gold, Blue, Green, Red, Pink and Purple
 * @param drawing its symbol in {@code cards/cards.svg}
 */
public record CardPicture(String key, String name, String colour, String drawing) {}
