package uk.thinkuknow.operations.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.outbox.OutboxEntry.State;

/**
 * Lists the emails of the outbox for administrators and makes unsent ones due again. It shows no contents, because an
 * email may hold a link that only its recipient may use.
 */
@Singleton
class LetterService {
    private static final int ON_A_PAGE = 50;

    private final LetterOutbox outbox;
    private final SenderAddress sender;
    private final PeopleService people;
    private final Clock clock;

    LetterService(LetterOutbox outbox, SenderAddress sender, PeopleService people, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The outbox page.
     *
     * @param setUp true if a mail server is set up
     * @param show the list that is shown: waiting, given up or sent
     * @param to the address, or its beginning, that was searched for
     * @param tries how often an email is tried before it is given up
     */
    @CheckedTemplate(basePath = "operations/mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LettersPage(boolean setUp, List<Tab> tabs, Show show, String to, Found found, int tries)
            implements TemplateInstance {}

    /** A list and the number of its emails. */
    record Tab(Show show, long letters) {}

    /** A page of a list, with the links to those before and after it, and the words for an empty list. */
    record Found(
            List<Row> rows,
            int page,
            @Nullable String before,
            @Nullable String after,
            String none) {}

    /** An email; {@code how} says when it was written and its state. */
    record Row(
            String id,
            String to,
            String subject,
            String how,
            @Nullable String problem,
            boolean stuck) {}

    /** The three lists of the page: emails that are pending, given up or sent. */
    enum Show {
        WAITING("waiting", Set.of(State.WAITING, State.SENDING)),
        GIVEN_UP("given-up", Set.of(State.GIVEN_UP)),
        SENT("sent", Set.of(State.SENT));

        private final String key;
        private final Set<State> states;

        Show(String key, Set<State> states) {
            this.key = key;
            this.states = states;
        }

        public String key() {
            return key;
        }

        public String words() {
            return Words.of(this);
        }
    }

    @Transactional
    LettersPage list(@Nullable String show, String to, int page) {
        var counts = new EnumMap<State, Long>(State.class);
        counts.putAll(outbox.counts());
        var tabs = List.of(Show.values()).stream()
                .map(each -> new Tab(
                        each,
                        each.states.stream()
                                .mapToLong(state -> counts.getOrDefault(state, 0L))
                                .sum()))
                .toList();
        var shown = List.of(Show.values()).stream()
                .filter(each -> each.key.equals(show))
                .findFirst()
                .orElse(counts.containsKey(State.GIVEN_UP) ? Show.GIVEN_UP : Show.WAITING);
        var found = outbox.in(shown.states, to, page - 1, ON_A_PAGE);
        var next = outbox.in(shown.states, to, page, ON_A_PAGE);
        return new LettersPage(
                sender.isSetUp(),
                tabs,
                shown,
                to,
                new Found(
                        found.stream().map(LetterService::row).toList(),
                        page,
                        page > 1 ? href(shown, to, page - 1) : null,
                        next.isEmpty() ? null : href(shown, to, page + 1),
                        to.isEmpty() ? Words.of("mail.none." + shown.name()) : Words.of("mail.noneTo", to)),
                LetterOutbox.BACKOFF.tries());
    }

    private static String href(Show show, String to, int page) {
        return "/letters?show=" + show.key + "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&page=" + page;
    }

    private static Row row(OutboxLetter letter) {
        var sentAt = letter.state() == State.SENT ? letter.answeredAt() : null;
        boolean stuck = letter.state() == State.GIVEN_UP || letter.state() == State.WAITING && letter.answer() != null;
        return new Row(
                letter.publicId().value(),
                letter.recipient(),
                letter.subject(),
                Words.of(
                        "mail.written",
                        London.inWords(letter.writtenAt()),
                        sentAt == null ? Words.of(letter.state()) : Words.of("mail.sentOn", London.inWords(sentAt)),
                        letter.attempts()),
                letter.answer(),
                stuck);
    }

    /** @throws LetterAlreadySent if it has been sent, or is being sent */
    @Transactional
    void sendAgain(PublicId id) {
        var letter = outbox.lockedCalled(id).orElseThrow(NotFound::new);
        letter.retry(clock.instant());
        people.note(people.me().name(), Words.of("mail.noteSentAgain"), "letter " + id, letter.subject());
    }

    /** @return how many given-up emails will be sent again */
    @Transactional
    int sendAllAgain() {
        var stuck = outbox.lockedGivenUp();
        stuck.forEach(letter -> letter.retry(clock.instant()));
        people.note(
                people.me().name(),
                Words.of("mail.noteAllSentAgain"),
                "letters",
                Words.of("mail.noteGivenUp", stuck.size()));
        return stuck.size();
    }
}
