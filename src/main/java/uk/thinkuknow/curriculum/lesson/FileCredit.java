package uk.thinkuknow.curriculum.lesson;

/**
 * The credit of one file, where it differs from the credit of the lesson's other files.
 *
 * @param file the name in {@code pictures/} or {@code recordings/}
 * @param name what the file shows, used as default when an author puts it into a step; may be empty
 */
public record FileCredit(String file, String name, String source, String licence) {
    public Credit credit() {
        return new Credit(source, licence);
    }
}
