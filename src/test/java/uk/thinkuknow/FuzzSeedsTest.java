package uk.thinkuknow;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Runs each fuzz target on its stored inputs: the start inputs of {@code scripts/drill fuzz} and those that once broke
 * something. A folder holds the inputs of the target class after which it is named; a new input that breaks something
 * is added with its fix.
 */
class FuzzSeedsTest {
    private static final Path SEEDS = Path.of("src/test/resources/fuzz");

    @TestFactory
    Stream<DynamicTest> noFuzzTargetFailsOnAStoredInput() throws IOException {
        return files(SEEDS)
                .flatMap(folder -> files(folder)
                        .map(seed -> DynamicTest.dynamicTest(
                                folder.getFileName() + " " + seed.getFileName(),
                                () -> attempt(folder.getFileName() + "", seed))));
    }

    @Test
    void everyFuzzTargetHasStoredInputsAndAllInputsHaveATarget() throws IOException {
        var classes = Path.of("target/test-classes");
        var targets = new TreeSet<String>();
        try (var all = Files.walk(classes)) {
            all.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Fuzz.class"))
                    .forEach(name -> targets.add(name.replace(".class", "").replace('/', '.')));
        }
        var folders = files(SEEDS)
                .filter(folder -> files(folder).findAny().isPresent())
                .map(folder -> folder.getFileName() + "")
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(targets, folders);
    }

    private static void attempt(String target, Path seed) throws ReflectiveOperationException, IOException {
        try {
            Class.forName(target).getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object)
                    Files.readAllBytes(seed));
        } catch (InvocationTargetException e) {
            throw new AssertionError(target + " " + seed.getFileName(), e.getCause());
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
