package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that are not suitable for an age band, or for any child, because they frighten, blame, label or need more
 * maturity; each with advice on what to write instead.
 */
public enum UnsuitableWords {
    PAEDOPHILE("pa?edophiles?", null, "say what the person does, such as “someone who wants to hurt children”"),
    PREDATOR("predators?|predatory", null, "say what the person does"),
    VICTIM("victims?", null, "say “the person it happened to”"),
    STRANGER_DANGER("stranger[- ]danger", null, "harm often comes from somebody known: say which behaviour is not OK"),
    STUPID("stupid|idiots?|dumb|silly girl|silly boy", null, "nobody in a lesson is belittled"),
    YOUR_FAULT("your own fault|asked for it|should have known better", null, "it is never the child's fault"),
    REVENGE_PORN("revenge porn(?! helpline)", null, "say “sharing a private picture without asking”"),
    COMMIT_SUICIDE("commit(?:s|ted|ting)? suicide", null, "say “end their life”"),
    SUICIDE("suicid(?:e|al)", Band.FOURTEEN_TO_EIGHTEEN, "leave it to the help page and the teacher's notes"),
    SEXTORTION("sextortion", Band.FOURTEEN_TO_EIGHTEEN, "say “being made to pay or send more”"),
    PORN("(?<!revenge )porn(?:ography|ographic)?", Band.FOURTEEN_TO_EIGHTEEN, "say “pictures meant for adults”"),
    SEXUAL("sex|sexual(?:ly)?|sexting", Band.ELEVEN_TO_THIRTEEN, "say “private parts” or leave it out"),
    NUDE("nudes?|naked", Band.ELEVEN_TO_THIRTEEN, "say “a picture without clothes” or leave it out"),
    GROOMING("groom(?:ed|ing|ers?)", Band.ELEVEN_TO_THIRTEEN, "say what the person does"),
    BLACKMAIL("blackmail(?:ed|ing|s)?", Band.ELEVEN_TO_THIRTEEN, "say “saying they will do something bad unless you…”"),
    ABUSE("abus(?:e|ed|es|er|ers|ive)", Band.ELEVEN_TO_THIRTEEN, "say “hurt” or what was done"),
    KILL(
            "kill(?:ed|ing|s|er)?|murder(?:ed|er|s)?|die[sd]?|dead",
            Band.ELEVEN_TO_THIRTEEN,
            "it frightens: leave it out"),
    CRIME(
            "police|prison|crim(?:e|es|inal|inals)|illegal",
            Band.EIGHT_TO_TEN,
            "it frightens: a grown-up knows what to do");

    private final Pattern words;
    private final @Nullable Band from;
    private final String instead;

    UnsuitableWords(String words, @Nullable Band from, String instead) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.from = from;
        this.instead = instead;
    }

    /** Returns advice on each word in a text that is not suitable for the band. */
    public static List<String> in(String text, Band band) {
        return List.of(values()).stream()
                .filter(word -> word.from == null || word.from.compareTo(band) > 0)
                .flatMap(word -> word.words
                        .matcher(text)
                        .results()
                        .map(found -> "says \"" + found.group() + "\", which is not for "
                                + (word.from == null ? "children" : "ages " + band.key()) + ": " + word.instead)
                        .distinct())
                .toList();
    }
}
