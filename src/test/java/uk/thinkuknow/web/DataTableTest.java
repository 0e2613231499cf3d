package uk.thinkuknow.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.web.DataTable.Column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class DataTableTest {
    private record Child(String name, int age) {}

    private final DataTable<Child> table = new DataTable<>(
            "Classes",
            List.of(
                    Column.of("name", "Name", row -> Cell.of(row.name())),
                    Column.numbers("age", "Age", row -> Cell.number(row.age()))));

    private final List<Child> rows = List.of(new Child("Écoute", 9), new Child("elm", 10), new Child("Ash", 100));

    @Test
    void rowsKeepTheirOrderUntilAColumnIsAskedFor() {
        assertEquals(List.of("Écoute", "elm", "Ash"), names(Map.of()));
    }

    @Test
    void textIsSortedAsPeopleSortItAndNumbersByValue() {
        assertEquals(List.of("Ash", "Écoute", "elm"), names(Map.of("sort", List.of("name"))));
        assertEquals(List.of("Ash", "elm", "Écoute"), names(Map.of("sort", List.of("-age"))));
    }

    @Test
    void anUnknownColumnSortsNothing() {
        assertEquals(List.of("Écoute", "elm", "Ash"), names(Map.of("sort", List.of("password"))));
    }

    @Test
    void eachWordMustBeInSomeCell() {
        assertEquals(List.of("elm"), names(Map.of("words", List.of("ELM 10"))));
        assertEquals(List.of(), names(Map.of("words", List.of("elm 9"))));
    }

    @Test
    void wordsAfterTheEighthAreNotLookedFor() {
        assertEquals(List.of("elm"), names(Map.of("words", List.of("e l m 1 0 elm 10 0 nowhere"))));
    }

    @Test
    void aHiddenColumnIsNotShownButTheFirstAlwaysIs() {
        var view = table.view(query(Map.of("hide", List.of("age", "name"))), rows);
        assertEquals(
                List.of("Name"),
                view.heads().stream().map(TableView.Head::heading).toList());
        assertEquals(1, view.rows().getFirst().size());
    }

    @Test
    void aPageHasFiftyRowsAndAPageBeyondTheLastIsTheLast() {
        var many = IntStream.range(0, 101).mapToObj(i -> new Child("C" + i, i)).toList();
        assertEquals(
                50, table.view(query(Map.of("page", List.of("2"))), many).rows().size());
        var last = table.view(query(Map.of("page", List.of("99"))), many);
        assertEquals(
                List.of("C100"),
                last.rows().stream().map(row -> row.getFirst().text()).toList());
        assertNull(last.after());
        assertEquals("/classes?page=2", last.before());
        assertEquals(1, table.view(query(Map.of("page", List.of("-1"))), many).page());
    }

    @Test
    void aLinkKeepsTheOtherParametersAndBeginsAtTheFirstPage() {
        var view = table.view(
                query(Map.of(
                        "sort",
                        List.of("name"),
                        "words",
                        List.of("a&b"),
                        "page",
                        List.of("1"),
                        "year",
                        List.of("2026-27"))),
                rows);
        assertEquals(
                "/classes?sort=-name&words=a%26b&year=2026-27",
                view.heads().getFirst().href());
        assertEquals("ascending", view.heads().getFirst().sorted());
        assertEquals("/classes?sort=name&year=2026-27", view.everything());
        assertEquals(
                List.of("sort", "year"),
                view.others().stream().map(TableQuery.Parameter::name).toList());
    }

    @Test
    void theExportHasAllFoundRowsAndNoFormula() {
        var text = (String) table.csv(query(Map.of("sort", List.of("age"))), List.of(new Child("=1+1", 3)), "x.csv")
                .getEntity();
        assertEquals("\uFEFFName,Age\r\n'=1+1,3\r\n", text);
    }

    private List<String> names(Map<String, List<String>> parameters) {
        return table.view(query(parameters), rows).rows().stream()
                .map(row -> row.getFirst().text())
                .toList();
    }

    private static TableQuery query(Map<String, List<String>> parameters) {
        return new TableQuery("/classes", new TreeMap<>(parameters));
    }
}
