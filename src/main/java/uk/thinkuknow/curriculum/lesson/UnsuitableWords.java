package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Words;

/**
 * Words that are not suitable for an age band, or for any child, because they frighten, blame, label or need more
 * maturity; each with advice on what to write instead.
 */
public enum UnsuitableWords {
    PAEDOPHILE("pa?edophiles?", null, "lessonParts.sayWhatThePersonDoes"),
    PREDATOR("predators?|predatory", null, "lessonParts.sayWhatThePersonDoesAlone"),
    VICTIM("victims?", null, "lessonParts.sayThePersonItHappened"),
    STRANGER_DANGER("stranger[- ]danger", null, "lessonParts.harmOftenComesFromSomebody"),
    STUPID("stupid|idiots?|dumb|silly girl|silly boy", null, "lessonParts.nobodyInALessonIs"),
    YOUR_FAULT("your own fault|asked for it|should have known better", null, "lessonParts.neverTheChildsFault"),
    REVENGE_PORN("revenge porn(?! helpline)", null, "lessonParts.saySharingAPrivatePicture"),
    COMMIT_SUICIDE("commit(?:s|ted|ting)? suicide", null, "lessonParts.sayEndTheirLife"),
    SUICIDE("suicid(?:e|al)", BandDesign.FROM_FOURTEEN, "lessonParts.leaveItToTheHelp"),
    SEXTORTION("sextortion", BandDesign.FROM_FOURTEEN, "lessonParts.sayBeingMadeToPay"),
    PORN("(?<!revenge )porn(?:ography|ographic)?", BandDesign.FROM_FOURTEEN, "lessonParts.sayPicturesMeantForAdults"),
    SEXUAL("sex|sexual(?:ly)?|sexting", BandDesign.FROM_ELEVEN, "lessonParts.sayPrivatePartsOrLeave"),
    NUDE("nudes?|naked", BandDesign.FROM_ELEVEN, "lessonParts.sayAPictureWithoutClothes"),
    GROOMING("groom(?:ed|ing|ers?)", BandDesign.FROM_ELEVEN, "lessonParts.sayWhatThePersonDoesAlone"),
    BLACKMAIL("blackmail(?:ed|ing|s)?", BandDesign.FROM_ELEVEN, "lessonParts.saySayingTheyWillDo"),
    ABUSE("abus(?:e|ed|es|er|ers|ive)", BandDesign.FROM_ELEVEN, "lessonParts.sayHurtOrWhatWas"),
    KILL(
            "kill(?:ed|ing|s|er)?|murder(?:ed|er|s)?|die[sd]?|dead",
            BandDesign.FROM_ELEVEN,
            "lessonParts.itFrightensLeaveItOut"),
    CRIME("police|prison|crim(?:e|es|inal|inals)|illegal", BandDesign.FROM_EIGHT, "lessonParts.itFrightensAGrownUp");

    private final Pattern words;
    private final @Nullable BandDesign from;
    private final String instead;

    UnsuitableWords(String words, @Nullable BandDesign from, String instead) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.from = from;
        this.instead = instead;
    }

    /** Returns advice on each word in a text that is not suitable for the band. */
    public static List<Remark> in(String text, BandDesign band) {
        return List.of(values()).stream()
                .filter(word -> word.from == null || word.from.compareTo(band) > 0)
                .flatMap(word -> word.words
                        .matcher(text)
                        .results()
                        .map(found -> word.from == null
                                ? Remark.of("lessonParts.notForChildren", found.group(), Words.of(word.instead))
                                : Remark.of(
                                        "lessonParts.notForAges", found.group(), band.key(), Words.of(word.instead)))
                        .distinct())
                .toList();
    }
}
