package uk.thinkuknow.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.programme.DrillDown;
import uk.thinkuknow.programme.SchoolFigures;
import uk.thinkuknow.school.SchoolFinder;
import uk.thinkuknow.school.SchoolFound;
import uk.thinkuknow.school.SchoolRegister;
import uk.thinkuknow.school.SchoolSheet;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;

/** The door to the schools of the registers: finding one, and what is known of it. */
@Singleton
public class DirectoryService {
    private final SchoolFinder finder;
    private final SchoolRegister register;
    private final DrillDown drillDown;

    DirectoryService(SchoolFinder finder, SchoolRegister register, DrillDown drillDown) {
        this.finder = finder;
        this.register = register;
        this.drillDown = drillDown;
    }

    /** The schools that somebody may mean by a name, a town, a postcode or a number, best first; at most twenty. */
    public List<SchoolFound> find(String words) {
        return finder.find(words);
    }

    /** What it came to this year, for managers whose region it is. */
    Optional<SchoolFigures> figures(PublicId id) {
        return drillDown.figures(id);
    }

    /** @throws NotFound if there is no such school */
    public SchoolSheet sheet(PublicId id) {
        return register.sheet(id);
    }
}
