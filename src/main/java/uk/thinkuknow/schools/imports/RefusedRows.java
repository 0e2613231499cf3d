package uk.thinkuknow.schools.imports;

/** Records the rows of an import that were refused: counts all, stores the first thousand with their reasons. */
final class RefusedRows {
    private static final int KEPT = 1_000;
    private static final int NAME_AT_MOST = 120;

    private final ImportConnection sql;
    private final long importId;
    private int count;

    RefusedRows(ImportConnection sql, long importId) {
        this.sql = sql;
        this.importId = importId;
    }

    void add(String file, int row, String why) {
        if (count++ < KEPT) {
            sql.run(
                    "insert into school_import_refusal (import_id, file, file_row, why) values (?,?,?,?)",
                    importId,
                    file.length() <= NAME_AT_MOST ? file : file.substring(0, NAME_AT_MOST),
                    row,
                    why);
        }
    }

    int count() {
        return count;
    }
}
