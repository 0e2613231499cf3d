package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import uk.thinkuknow.drill.SignedInBrowser;

/**
 * {@code scripts/drill containers}: takes one class from the code on the wall to the signed register, at the address of
 * an installation with the demo's data. A teacher signs in and starts a lesson, every child of the class joins, answers
 * all questions and finishes, and the teacher ends the lesson, signs the register and reads what the class answered.
 */
public final class ClassDrill {
    private static final Pattern CLASS =
            Pattern.compile("name=\"class\" value=\"([a-z0-9]{10})\"(?:(?!name=\"class\").)*?5B Rowan", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("class=\"tuk-code\">([^<]+)<");
    private static final Pattern SHOWN = Pattern.compile("name=\"(shown-[a-z0-9]{10})\" value=\"([^\"]*)\"");
    private static final Pattern ANSWERED = Pattern.compile("<th scope=\"col\">(\\d+) answered</th>");
    private static final Pattern COUNTED = Pattern.compile("5B Rowan, (\\d+)(?: of \\d+)? children");

    /** Long enough that a child is at work for more than a quarter of the lesson; otherwise the register asks about each. */
    private static final long PAUSE_MILLIS = 400;

    private final String base;
    private final SignedInBrowser teacher;
    private final List<ApiChild> children = new ArrayList<>();
    private boolean passed = true;

    private ClassDrill(String base) {
        this.base = base;
        teacher = new SignedInBrowser(base, "/sessions/new", "5B Rowan");
    }

    /** @param arguments the public address */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new ClassDrill(arguments[0]).run() ? 0 : 1);
    }

    private boolean run() throws InterruptedException {
        teacher.signIn("tess");
        var choose = teacher.get("/sessions/new");
        var classId = found(CLASS, choose.body(), "class to start a lesson with");
        var room = teacher.post(
                choose,
                "/sessions/start",
                Map.of(
                        "module", "who-is-really-there",
                        "class", classId,
                        "devices", "yes",
                        "other-band", "yes"));
        var session = room.uri().getPath();
        join(found(CODE, room.body(), "code").replaceAll("[^A-Z0-9]", ""));
        answer();
        sign(session, classId, teacher.post(room, session + "/end", Map.of()));
        return passed;
    }

    private void join(String code) {
        var room = ApiChild.lookUp(base, code).body();
        var classId = room.at("/classes/0/class").asText();
        var cards = StreamSupport.stream(room.at("/classes/0/cards").spliterator(), false)
                .map((JsonNode card) -> card.path("number").asInt())
                .toList();
        for (int card : cards) {
            var child = new ApiChild(base);
            if (child.take(code, classId, card).status() == 201) {
                children.add(child);
            }
        }
        say(
                !cards.isEmpty() && children.size() == cards.size(),
                children.size() + " of " + cards.size() + " children joined with the code");
    }

    /** Each child looks at every step, answers its question, and sends that at once, as the script of the page does. */
    private void answer() throws InterruptedException {
        var script = LessonScript.of(base, children.getFirst().seat());
        var last = script.parts().getLast().step();
        for (var part : script.parts()) {
            children.parallelStream().forEach(child -> {
                child.views(part.step());
                if (part.question() != null) {
                    child.answers(part.step(), part.question(), part.answer());
                }
                if (part.step().equals(last)) {
                    child.finishes(last);
                }
                child.send();
            });
            Thread.sleep(PAUSE_MILLIS);
        }
        int each = script.parts().size() + (int) script.questions() + 1;
        int stored =
                children.stream().mapToInt(child -> child.acknowledged().size()).sum();
        say(
                stored == children.size() * each,
                "%d answers and steps stored, of %d children with %d each".formatted(stored, children.size(), each));
    }

    private void sign(String session, String classId, HttpResponse<String> register) throws InterruptedException {
        int size = children.size();
        say(register.body().contains("<b>" + size + " here</b>"), "the register has " + size + " children");
        var fields = new HashMap<String, String>();
        SHOWN.matcher(register.body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.put("heads-" + classId, "" + size);
        var signed = teacher.post(register, session + "/register/sign", fields);
        if (!signed.uri().getPath().equals(session + "/return")) {
            throw new IllegalStateException("not signed: " + SignedInBrowser.inWords(signed));
        }
        var counted = COUNTED.matcher(signed.body());
        say(
                signed.body().contains(">Return signed</h1>")
                        && counted.find()
                        && Integer.parseInt(counted.group(1)) == size,
                "the return is signed, and counts " + size + " children");
        var answered = ANSWERED.matcher(teacher.get(session + "/result").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        say(
                !answered.isEmpty() && answered.stream().allMatch(("" + size)::equals),
                "what the class answered: " + answered.size() + " questions, each by " + size + " children");
    }

    private static String found(Pattern pattern, String page, String what) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no " + what + " on the page");
        }
        return found.group(1);
    }

    private void say(boolean good, String line) {
        passed &= good;
        System.out.println((good ? "PASS  " : "FAIL  ") + line);
    }
}
