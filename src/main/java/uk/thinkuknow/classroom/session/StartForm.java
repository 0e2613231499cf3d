package uk.thinkuknow.classroom.session;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;

/**
 * The form of Start, as sent.
 *
 * @param classes ids of the ticked classes
 * @param groups the group chosen for each class; empty for the whole class
 */
record StartForm(String key, String module, List<String> classes, Map<String, String> groups, StartOptions wishes) {
    /**
     * The other choices of Start.
     *
     * @param devices "yes", "no", or "" if not chosen yet
     * @param sharing whether cards share devices
     * @param otherBand whether another band is confirmed
     */
    record StartOptions(String devices, boolean sharing, boolean otherBand, Language language) {
        public boolean onDevices() {
            return devices.equals("yes");
        }

        public boolean noDevices() {
            return devices.equals("no");
        }
    }

    private static final String GROUP_OF = "group-";
    private static final int KEY_AT_MOST = 38;

    /** An empty form with the class, group and lesson that the link named. */
    static StartForm linked(@Nullable String classId, @Nullable String groupId, @Nullable String module) {
        return new StartForm(
                "",
                module == null ? "" : module,
                classId == null ? List.of() : List.of(classId),
                classId == null || groupId == null ? Map.of() : Map.of(classId, groupId),
                new StartOptions("", false, false, Language.ENGLISH));
    }

    static StartForm of(MultivaluedMap<String, String> fields) {
        var groups = new TreeMap<String, String>();
        fields.forEach((name, values) -> {
            if (name.startsWith(GROUP_OF)) {
                groups.put(name.substring(GROUP_OF.length()), values.getFirst());
            }
        });
        return new StartForm(
                first(fields, "key"),
                first(fields, "module"),
                fields.getOrDefault("class", List.of()),
                groups,
                new StartOptions(
                        first(fields, "devices"),
                        fields.containsKey("sharing"),
                        fields.containsKey("other-band"),
                        Language.of(first(fields, "language")).orElse(Language.ENGLISH)));
    }

    /**
     * The session that the teacher asks for.
     *
     * @throws StartRefused if no module is chosen, devices are not chosen, or the page's key is missing
     */
    StartSession wanted() {
        requireModuleAndKey();
        return switch (wishes.devices()) {
            case "yes" -> asked(true, wishes.language());
            case "no" -> asked(false, wishes.language());
            default -> throw StartRefused.devicesNotSaid();
        };
    }

    /**
     * The session that the teacher asks for, without devices and in English, for an earlier lesson.
     *
     * @throws StartRefused if no module is chosen or the page's key is missing
     */
    StartSession withoutDevices() {
        requireModuleAndKey();
        return asked(false, Language.ENGLISH);
    }

    private void requireModuleAndKey() {
        if (module.isBlank()) {
            throw new StartRefused("session.chooseLesson");
        }
        if (!hasKey()) {
            throw new StartRefused("session.outOfDate");
        }
    }

    private StartSession asked(boolean devices, Language language) {
        var chosen = classes.stream()
                .map(id -> new StartSession.ChosenClass(new PublicId(id), group(id)))
                .toList();
        // not the key of a booking's session or of a paper register
        return new StartSession(
                "p-" + key, module, chosen, devices, devices && wishes.sharing(), wishes.otherBand(), language);
    }

    /** Returns whether one of our pages can have made the key; otherwise the page gets a new one when shown again. */
    boolean hasKey() {
        return !key.isBlank() && key.length() <= KEY_AT_MOST;
    }

    boolean has(String classId) {
        return classes.contains(classId);
    }

    String groupOf(String classId) {
        return groups.getOrDefault(classId, "");
    }

    private @Nullable PublicId group(String classId) {
        var group = groupOf(classId);
        return group.isEmpty() ? null : new PublicId(group);
    }

    private static String first(MultivaluedMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
