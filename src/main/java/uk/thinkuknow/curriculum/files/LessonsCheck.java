package uk.thinkuknow.curriculum.files;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * The command {@code scripts/lessons-check}: reads lesson folders as the product does, and prints problems, advice, the
 * number of texts without Welsh, and facts that a person should check. A folder of lesson folders means each of them.
 */
public final class LessonsCheck {
    private LessonsCheck() {}

    public static void main(String[] folders) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean fine = fine(Stream.of(folders).map(Path::of).toList(), out);
        tell(Facts.packaged(), London.today(Clock.systemDefaultZone()), out);
        System.exit(fine ? 0 : 1);
    }

    /** Prints the result for every lesson; returns false if one has problems or there is no lesson. */
    static boolean fine(List<Path> folders, PrintStream out) throws IOException {
        int modules = 0;
        int faulty = 0;
        int advice = 0;
        var lessons = new ArrayList<Lesson>();
        for (var folder : folders) {
            for (var module : modulesIn(folder, out)) {
                var told = tell(LessonFolder.of(module), out);
                modules++;
                faulty += told.faulty() ? 1 : 0;
                advice += told.advice();
                told.lesson().ifPresent(lessons::add);
            }
        }
        var together = modules > 1 ? GuessableAnswers.ofLibrary(lessons) : List.<String>of();
        together.forEach(one -> out.println(Words.of("files.adviceLibrary", one)));
        out.println("modules: " + modules);
        out.println("faulty: " + faulty);
        out.println("advice: " + (advice + together.size()));
        return faulty == 0 && modules > 0;
    }

    /** Prints the facts that no person has confirmed at their source, and those due for another check. */
    static void tell(Facts facts, LocalDate today, PrintStream out) {
        var open = facts.toCheck(today);
        open.forEach(fact -> out.println(Words.of(
                "files.factToCheck",
                fact.key(),
                fact.where(),
                fact.isConfirmed(),
                fact.check().by(),
                fact.check().source())));
        out.println("facts: " + facts.all().size());
        out.println(Words.of("files.toCheck", open.size()));
    }

    /**
     * The result for one lesson: its content if it has no problems, whether it has problems, and the number of pieces
     * of advice.
     */
    private record CheckedModule(Optional<Lesson> lesson, boolean faulty, int advice) {}

    private static CheckedModule tell(LessonFolder folder, PrintStream out) {
        var problems = new ArrayList<Problem>();
        List<Problem> advice = List.of();
        var lesson = Optional.<Lesson>empty();
        switch (LessonReader.read(folder)) {
            case LessonReadResult.Faulty faulty -> problems.addAll(faulty.problems());
            case LessonReadResult.Fine fine -> {
                advice = fine.advice();
                lesson = Optional.of(fine.lesson());
            }
        }
        var language = "no Welsh";
        if (problems.isEmpty()) {
            switch (TranslationReader.read(folder)) {
                case TranslationReadResult.Faulty faulty -> problems.addAll(faulty.problems());
                case TranslationReadResult.Fine fine ->
                    language = fine.missing().isEmpty()
                            ? "Welsh"
                            : Words.of("files.welshButForTexts", fine.missing().size());
                case TranslationReadResult.None none -> {}
            }
        }
        out.println(folder.name() + ": "
                + (problems.isEmpty() ? "fine, " + language : "errors " + problems.size())
                + (advice.isEmpty() ? "" : ", advice " + advice.size()));
        problems.forEach(problem -> out.println("  ERROR  " + problem));
        advice.forEach(one -> out.println("  ADVICE " + one));
        return new CheckedModule(lesson, !problems.isEmpty(), advice.size());
    }

    private static List<Path> modulesIn(Path folder, PrintStream out) throws IOException {
        if (!Files.isDirectory(folder)) {
            out.println(Words.of("files.thereIsNoFolder", folder));
            return List.of();
        }
        if (Files.exists(folder.resolve(LessonFolder.MODULE))) {
            return List.of(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            var found = inside.filter(Files::isDirectory)
                    .filter(each -> Files.exists(each.resolve(LessonFolder.MODULE)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                out.println(Words.of("files.noLessonInFolder", folder, LessonFolder.MODULE));
            }
            return found;
        }
    }
}
