package uk.thinkuknow.directory;

import jakarta.inject.Singleton;
import java.util.List;
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

    DirectoryService(SchoolFinder finder, SchoolRegister register) {
        this.finder = finder;
        this.register = register;
    }

    /** The schools that somebody may mean by a name, a town, a postcode or a number, best first; at most twenty. */
    public List<SchoolFound> find(String words) {
        return finder.find(words);
    }

    /** @throws NotFound if there is no such school */
    public SchoolSheet sheet(PublicId id) {
        return register.sheet(id);
    }
}
