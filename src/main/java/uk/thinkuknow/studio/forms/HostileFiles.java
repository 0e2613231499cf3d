package uk.thinkuknow.studio.forms;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;

/** Logs uploads that were refused because of what only an attack has, such as a path outside an archive. */
@Singleton
public class HostileFiles {
    private static final Pattern HOSTILE = Pattern.compile(
            "formats\\.theArchive(HidesAFile|OwnListDoes|HasAFile|HasAFileThat"
                    + "|HasALink|HoldsAnotherArchive|WouldUnpackTo|WouldUnpackToMore)"
                    + "|content\\.theFile(HasADocument|PutsTooMany)|drawings\\.(hasEntities|hasAnEntity|isLargerThanItSeems).*");

    private final SecurityLog log;

    HostileFiles(SecurityLog log) {
        this.log = log;
    }

    /** @param code the key of the sentence that told the sender why */
    public void note(String sender, String code) {
        if (HOSTILE.matcher(code).matches()) {
            log.record(Attempt.FILE, sender, sender + ", " + code);
        }
    }
}
