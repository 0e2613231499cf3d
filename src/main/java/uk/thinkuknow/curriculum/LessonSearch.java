package uk.thinkuknow.curriculum;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lessons somebody looks for, a page at a time: those that have each of her words in title, Welsh title, summary,
 * objectives or strands, for one band or all.
 *
 * @param found in the order of the list, all pages together
 */
record LessonSearch(String words, String band, int page, List<PublishedModule> found) {
    static final int ON_A_PAGE = 100;
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    static LessonSearch of(List<PublishedModule> all, String words, String band, int page, TranslationService welsh) {
        var wanted = Stream.of(NOT_A_WORD.split(fold(words)))
                .filter(word -> !word.isEmpty())
                .toList();
        var found = all.stream()
                .filter(module -> band.isEmpty() || module.lesson().band().equals(band))
                .filter(module -> wanted.isEmpty() || has(fold(textOf(module, welsh)), wanted))
                .toList();
        return new LessonSearch(words, band, Math.clamp(page, 1, pages(found.size())), found);
    }

    private static boolean has(String text, List<String> wanted) {
        return wanted.stream().allMatch(text::contains);
    }

    private static String textOf(PublishedModule module, TranslationService welsh) {
        var lesson = module.lesson();
        return String.join(
                " ",
                lesson.title(),
                lesson.summary(),
                String.join(" ", lesson.objectives()),
                String.join(
                        " ",
                        lesson.strands().stream()
                                .flatMap(key -> Strand.of(key).stream())
                                .map(Strand::title)
                                .toList()),
                welsh.of(module.versionId()).map(one -> one.lesson().title()).orElse(""));
    }

    private static String fold(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.UK);
    }

    private static int pages(int found) {
        return Math.max(1, (found + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    public int getPages() {
        return pages(found.size());
    }

    public int getCount() {
        return found.size();
    }

    public boolean isNarrowed() {
        return !words.isBlank() || !band.isEmpty();
    }

    public boolean isLast() {
        return page == getPages();
    }

    /** Those of this page. */
    List<PublishedModule> shown() {
        return found.subList((page - 1) * ON_A_PAGE, Math.min(found.size(), page * ON_A_PAGE));
    }

    /** What an address needs to ask the same of another page. */
    public String getQuery() {
        return "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&band=" + band;
    }

    /** The bands, with how many were found in each; they lead down the page where all is on it, else to the band alone. */
    public List<BandLink> getBands() {
        return LessonsOfBand.of(found, List.of()).stream()
                .map(each -> new BandLink(
                        getPages() == 1
                                ? "#ages-" + each.band()
                                : "/modules?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&band="
                                        + each.band(),
                        each.ages(),
                        each.lessons().size()))
                .toList();
    }

    /** A band among those that were found. */
    record BandLink(String href, String ages, int count) {}
}
