package uk.thinkuknow.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a dry run has to say beside its counts. */
@Singleton
class ImportReports {
    private final DataSource database;

    ImportReports(DataSource database) {
        this.database = database;
    }

    /** A row that was refused: by the file's own numbering, headings are row 1. */
    record Refusal(String file, int row, String why) {}

    List<Refusal> refusals(Import of, int atMost) {
        try (var sql = new Sql(database)) {
            return sql.list(
                    "select file, file_row, why from school_import_refusal where import_id = ? order by id limit ?",
                    row -> new Refusal(row.getString(1), row.getInt(2), row.getString(3)),
                    of.id(),
                    atMost);
        }
    }

    /** Sentences about the file as a whole. */
    List<String> notices(Import of) {
        var notices = new ArrayList<String>();
        if (of.counts().changeNothing() && of.counts().refused() == 0) {
            notices.add("Nothing has changed: every school of the file is in the register as it stands there.");
        }
        if (!of.source().absent().isEmpty()) {
            notices.add("Not in this file, so left as it is: " + of.source().absent() + ".");
        }
        return notices;
    }
}
