package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose a lesson is.
 *
 * @param licence under which the lesson may be passed on; empty where nobody has said
 * @param locked only managers and administrators may change it
 * @param credit of its pictures, sound and films
 * @param files those that are credited otherwise
 */
public record Rights(String licence, boolean locked, Credit credit, List<FileCredit> files) {
    public static final Rights NONE = new Rights("", false, Credit.NONE, List.of());

    /** Who made a file: as is said of it, else as is said of all. */
    public Credit of(String file) {
        return files.stream()
                .filter(one -> one.file().equals(file))
                .map(FileCredit::credit)
                .filter(own -> !own.equals(Credit.NONE))
                .findFirst()
                .orElse(credit);
    }

    /** Everything in lines, the licence first where there is one. */
    public List<String> lines() {
        var pictures = credit.equals(Credit.NONE) ? "" : "Pictures and sound: " + credit.words();
        var others = files.stream()
                .filter(one -> !one.credit().equals(Credit.NONE))
                .map(one -> one.file() + ": " + one.credit().words());
        return Stream.concat(Stream.of(licence, pictures), others)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }
}
