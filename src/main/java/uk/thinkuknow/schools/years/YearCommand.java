package uk.thinkuknow.schools.years;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/**
 * The command behind {@code scripts/year-add}: prints a proposal for the next school year of a nation, or checks a file
 * of one and, with {@code --apply}, adds it.
 */
@SuppressWarnings("SystemOut")
public class YearCommand implements QuarkusApplication {
    private static final String APPLY = "--apply";
    private static final int REFUSED = 1;

    private final YearService service;

    YearCommand(YearService service) {
        this.service = service;
    }

    /** @return 1 if something is refused, otherwise 0 */
    @Override
    public int run(String... words) throws IOException {
        var given = Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
        try {
            if (given.isEmpty() || given.size() > 2) {
                throw new Refused("years.nameNation", String.join(", ", Nations.KEYS));
            }
            return run(given, List.of(words).contains(APPLY));
        } catch (NotFound e) {
            System.err.println(Words.of("years.nameNation", String.join(", ", Nations.KEYS)));
        } catch (Refused e) {
            System.err.println(e.why());
        }
        return REFUSED;
    }

    private int run(List<String> given, boolean apply) throws IOException {
        var proposed = service.propose(given.getFirst());
        if (given.size() == 1) {
            System.out.print("# " + proposed.subject() + "\n" + YearFile.write(proposed));
            return 0;
        }
        var file = Path.of(given.getLast());
        if (!Files.isReadable(file)) {
            throw new Refused("years.noSuchFile", file.toString());
        }
        var plan = YearFile.read(proposed.nation(), proposed.yearKey(), Files.readAllLines(file));
        var by = "scripts/year-add (" + System.getProperty("user.name", "someone") + ")";
        var problems = apply ? service.add(by, plan) : service.problemsOfNext(plan);
        problems.forEach(each -> System.err.println(each.field() + ": " + each.words()));
        if (!problems.isEmpty()) {
            throw new Refused("years.notAdded");
        }
        System.out.println(
                Words.of(apply ? "years.addedTo" : "years.wouldAdd", plan.yearKey(), Nations.name(plan.nation())));
        return 0;
    }
}
