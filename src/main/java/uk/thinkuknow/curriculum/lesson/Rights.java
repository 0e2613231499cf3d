package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;

/**
 * The licence, lock and credits of a lesson.
 *
 * @param licence the licence under which the lesson may be shared; empty if unknown
 * @param locked only managers and administrators may change it
 * @param credit the credit of its pictures, sound and films
 * @param files the files with a credit of their own
 */
public record Rights(String licence, boolean locked, Credit credit, List<FileCredit> files) {
    public static final Rights NONE = new Rights("", false, Credit.NONE, List.of());

    /** Returns the credit of a file: its own, else the lesson's. */
    public Credit of(String file) {
        return files.stream()
                .filter(one -> one.file().equals(file))
                .map(FileCredit::credit)
                .filter(own -> !own.equals(Credit.NONE))
                .findFirst()
                .orElse(credit);
    }

    /** Formats the licence and all credits as lines, the licence first. */
    public List<String> lines() {
        var pictures = credit.equals(Credit.NONE) ? "" : Words.of("lessonParts.picturesAndSound", credit.words());
        var others = files.stream()
                .filter(one -> !one.credit().equals(Credit.NONE))
                .map(one -> one.file() + ": " + one.credit().words());
        return Stream.concat(Stream.of(licence, pictures), others)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }
}
