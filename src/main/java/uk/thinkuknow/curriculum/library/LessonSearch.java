package uk.thinkuknow.curriculum.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.web.FormOption;

/**
 * One page of the results of a search: the lessons that contain all of the words, in one age band or in all.
 *
 * @param found all results, in the order of the list
 * @param choosable the age bands to choose from
 */
public record LessonSearch(String words, String band, int page, List<PublishedModule> found, List<String> choosable) {
    static final int ON_A_PAGE = 100;

    /**
     * Searches lessons.
     *
     * @param band an age band's key; empty for all
     * @param page counted from 1; a page out of range becomes the nearest one
     */
    public static LessonSearch of(
            List<PublishedModule> all, String words, String band, int page, LessonSearchIndex known) {
        var typed = LessonSearchIndex.typed(words);
        var found = all.stream()
                .filter(module -> band.isEmpty() || module.lesson().band().equals(band))
                .filter(module -> known.has(module, typed))
                .toList();
        var choosable = all.stream()
                .map(module -> module.lesson().band())
                .distinct()
                .sorted(AgeRange.OF_KEYS)
                .toList();
        return new LessonSearch(words, band, Math.clamp(page, 1, pages(found.size())), found, choosable);
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

    /** Returns the results on this page. */
    public List<PublishedModule> shown() {
        return found.subList((page - 1) * ON_A_PAGE, Math.min(found.size(), page * ON_A_PAGE));
    }

    /** Returns the age bands to choose from. */
    public List<FormOption> getChoices() {
        return choosable.stream()
                .map(each -> new FormOption(each, each.replace('-', '–'), each.equals(band)))
                .toList();
    }

    /** Returns the URL query of a page further on, or back, in the results; empty if there is none. */
    public String query(int pages) {
        int other = page + pages;
        return other < 1 || other > getPages() ? "" : query(band) + "&page=" + other;
    }

    private String query(String ofBand) {
        return "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&band=" + ofBand;
    }

    /**
     * Returns the age bands found, each with its number of results. A link jumps down the page if all results are on
     * it, else it narrows the search to the band.
     */
    public List<BandLink> getBands() {
        return LessonsOfBand.of(found, List.of()).stream()
                .map(each -> new BandLink(
                        getPages() == 1 ? "#ages-" + each.band() : "/modules?" + query(each.band()),
                        each.ages(),
                        each.lessons().size()))
                .toList();
    }

    /** A link to the results in one age band. */
    public record BandLink(String href, String ages, int count) {}
}
