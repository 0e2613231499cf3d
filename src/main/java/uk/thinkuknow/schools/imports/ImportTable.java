package uk.thinkuknow.schools.imports;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.imports.SchoolImport.Counts;
import uk.thinkuknow.web.Cell;
import uk.thinkuknow.web.DataTable;
import uk.thinkuknow.web.DataTable.Column;

/** The columns of the history of imports. */
final class ImportTable {
    private ImportTable() {}

    static DataTable<SchoolImport> of() {
        return new DataTable<>(
                Words.of("imports.history"),
                List.of(
                        Column.of("file", Words.of("imports.file"), ImportTable::files),
                        Column.of("when", Words.of("imports.when"), ImportTable::when),
                        Column.of(
                                "by",
                                Words.of("imports.by"),
                                each -> Cell.of(each.source().by())),
                        schools("new", counts -> counts.schools().fresh()),
                        schools("changed", counts -> counts.schools().changed()),
                        schools("closed", counts -> counts.schools().closed()),
                        schools("reopened", counts -> counts.schools().reopened()),
                        schools("refused", Counts::refused),
                        Column.of(
                                "know",
                                Words.of("imports.whatToKnow"),
                                each -> Cell.of(Objects.requireNonNullElse(each.problem(), "–"))),
                        Column.of("state", Words.of("imports.state"), ImportTable::state)));
    }

    private static Cell files(SchoolImport each) {
        return Cell.link(each.source().files(), "/schools/imports/" + each.publicId());
    }

    private static Cell when(SchoolImport each) {
        return Cell.of(TextFormat.time(each.source().at())).by(each.source().at());
    }

    private static Column<SchoolImport> schools(String key, ToIntFunction<Counts> count) {
        return Column.numbers(key, Words.of("imports." + key), each -> Cell.number(count.applyAsInt(each.counts())));
    }

    private static Cell state(SchoolImport each) {
        var tag = ImportPages.tag(each.state());
        return Cell.tag(tag.words(), tag.tone(), tag.sign());
    }
}
