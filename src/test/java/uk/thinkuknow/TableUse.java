package uk.thinkuknow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.HeldTable;

/** A table or view that a piece of SQL reads or writes, and which of the two. */
record TableUse(String name, boolean writes) {
    private static final String VIEW = "_v";

    private static final Pattern NAMES =
            Pattern.compile("(?<![.\\w'])(?:" + String.join("|", HeldTable.ALL.keySet()) + ")(?:_v)?(?![\\w.(])");

    /** The SQL before the name of a table; a write is a group of its own. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)\\b(?:(delete\\s+(?:\\w+\\s+)?from|insert(?:\\s+ignore)?\\s+into|replace\\s+into|(?<!key\\s)update|truncate(?:\\s+table)?|lock\\s+tables?)"
                    + "|from|join|straight_join|delete)[\\s(]+(?:\\w+(?:\\s+(?:as\\s+)?\\w+)?\\s*,\\s*)*`?$");

    /** Every table that the SQL reads or writes, by the position of its name. */
    static Map<Integer, TableUse> in(String sql) {
        var uses = new LinkedHashMap<Integer, TableUse>();
        var names = NAMES.matcher(sql);
        while (names.find()) {
            var before = BEFORE.matcher(sql).region(Math.max(0, names.start() - 200), names.start());
            if (before.find()) {
                uses.put(names.start(), new TableUse(names.group(), isWrite(before)));
            }
        }
        return uses;
    }

    private static boolean isWrite(Matcher before) {
        return before.group(1) != null;
    }

    String owner() {
        return HeldTable.ALL
                .get(isView() ? name.substring(0, name.length() - VIEW.length()) : name)
                .owner();
    }

    /** The reason why a package may not use the table so; null if it may. */
    @Nullable
    String refusal(String room) {
        if (room.equals(owner())) {
            return null;
        }
        if (writes) {
            return room + " writes " + name + ", which belongs to " + owner();
        }
        if (ArchitectureTest.ROOMS.indexOf(room) < ArchitectureTest.ROOMS.indexOf(owner())) {
            return room + " reads " + name + ", which belongs to " + owner() + ", a room after it";
        }
        return isView() ? null : room + " reads " + name + ", not the view that " + owner() + " publishes";
    }

    private boolean isView() {
        return name.endsWith(VIEW) && !HeldTable.ALL.containsKey(name);
    }
}
