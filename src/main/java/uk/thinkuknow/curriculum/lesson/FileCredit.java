package uk.thinkuknow.curriculum.lesson;

/**
 * Whose a single file of a lesson is, where it is not as the rest.
 *
 * @param file its name in {@code pictures/} or {@code recordings/}
 * @param name what it shows, for whoever puts it into a step; may be empty
 */
public record FileCredit(String file, String name, String source, String licence) {
    public Credit credit() {
        return new Credit(source, licence);
    }
}
