package uk.thinkuknow.web.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what looks like a person's name: two words in a row that begin with a capital and are no words of schools, or a
 * common first name. It finds too much rather than too little, because the user is only asked.
 */
final class PersonNames {
    /** A name does not go on over these. */
    private static final Pattern ENDS = Pattern.compile("[\\n\\r\\t.,;:!?()/|\"“”]+");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

    /** Two letters or more; the first is a capital. */
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}'’-]+");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}'’-]{2,}");

    /** Whoever follows is a member of staff or a saint. */
    private static final Set<String> TITLES = words("mr mrs ms miss mx dr sir madam st saint");

    private static final Set<String> ORDINARY = words(
            """
            a after all an and are as at be before but by can do for from has have he her his i if in is it its may need needs new no not of
            old on one or our please she so some the their there they this to two up use we when who will with you your
            year years class classes form group groups set room rooms hall halls main upper lower middle primary secondary infant infants
            junior juniors senior seniors school schools academy college reception nursery preschool foundation key stage phase unit suite
            lab library gym gymnasium canteen office studio theatre centre center building block wing floor ground first second third fourth
            fifth sixth seventh eighth ninth tenth north south east west left right gate entrance playground field sports hub base space
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
            november december spring summer autumn winter term half morning afternoon assembly online safety internet safer day week
            english welsh scottish irish british sign language maths science history geography art music drama computing it ict pe re pshe
            send sen eal nation national special autism support resource provision dosbarth blwyddyn
            red orange yellow green blue purple pink white black grey brown gold golden silver bronze scarlet crimson turquoise emerald
            sapphire ruby amber diamond pearl coral
            oak ash elm beech birch maple willow rowan hazel holly sycamore chestnut cedar pine larch alder hawthorn cherry apple plum pear
            lime poplar aspen juniper yew fir spruce magnolia tree trees leaf acorn acorns bluebell bluebells daisy poppy snowdrop
            sunflower sunflowers buttercup buttercups primrose clover lavender heather rose lily iris violet
            badger badgers fox foxes owl owls robin robins eagle eagles hawk hawks kestrel kestrels falcon falcons otter otters hedgehog
            hedgehogs squirrel squirrels rabbit rabbits hare hares deer bear bears wolf wolves lion lions tiger tigers leopard panther
            panda pandas koala elephant giraffe zebra monkey penguin penguins dolphin dolphins whale seal turtle butterfly butterflies
            ladybird ladybirds bee bees ant ants dragonfly dragon dragons phoenix unicorn kingfisher kingfishers wren wrens swan swans puffin
            mercury venus earth mars jupiter saturn uranus neptune pluto moon sun star stars comet galaxy ocean river sea lake mountain
            england wales scotland ireland northern london tŷ gwyn coch melyn gwyrdd glas""");

    private static final Set<String> FIRST_NAMES = words(
            """
            oliver george harry noah jack charlie muhammad mohammed mohammad mohamed jacob oscar thomas henry alfie freddie joshua archie
            ethan isaac joseph alexander samuel daniel logan edward lucas theodore benjamin arthur william james matthew jayden dylan
            zachary elijah aaron ryan connor callum liam rhys owen ewan hamish finlay ibrahim yusuf ahmed ali omar hassan kyle lewis luca
            harvey leon reuben toby jake luke nathan sebastian stanley reggie ronnie tommy bobby louie louis albie jenson elliot harrison
            hugo ezra caleb gabriel kai michael david john peter paul stephen andrew robert christopher adam simon
            amelia olivia isla emily ava sophia isabella mia charlotte ella evie freya jessica sophie chloe lucy millie phoebe alice
            matilda florence sienna eliza zara anna hannah megan molly katie emma leah abigail maisie erin seren cerys niamh aoife fatima
            aisha maryam zainab priya anya sofia maria mary sarah laura rebecca rachel kayla nia gwen ffion carys eilidh siobhan ciara
            catherine katherine elizabeth victoria eleanor harriet imogen lola lottie elsie""");

    private PersonNames() {}

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")).stream().distinct().toList());
    }

    /** The first name found in one of these texts. */
    static Optional<String> first(Stream<String> texts) {
        return texts.flatMap(text -> in(text).stream()).findFirst();
    }

    /** What looks like a person's name in a text. */
    static Optional<String> in(String text) {
        return ENDS.splitAsStream(text)
                .map(phrase -> List.of(phrase.strip().split("\\s+")))
                .flatMap(phrase -> inPhrase(phrase).stream())
                .findFirst();
    }

    private static Optional<String> inPhrase(List<String> typed) {
        var words = new ArrayList<String>();
        typed.forEach(word -> words.add(POSSESSIVE.matcher(word).replaceFirst("")));
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean titled = i > 0 && TITLES.contains(lower(words.get(i - 1)));
            if (mayBeName(word) && isFullName(word, next)) {
                return Optional.of(word + " " + next);
            }
            if (!titled && CAPITALISED.matcher(word).matches() && FIRST_NAMES.contains(lower(word))) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean isFullName(String word, String next) {
        return mayBeName(next)
                && (CAPITALISED.matcher(word).matches()
                                && CAPITALISED.matcher(next).matches()
                        || FIRST_NAMES.contains(lower(word)));
    }

    private static boolean mayBeName(String word) {
        return LETTERS.matcher(word).matches() && !ORDINARY.contains(lower(word)) && !TITLES.contains(lower(word));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
