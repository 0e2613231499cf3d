package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.session.SessionClass;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.Deck;
import uk.thinkuknow.schools.school.SchoolService;

/** Builds the {@link LiveRoom} of a session: a tile for each card and visitor, with how far each has come. */
@Singleton
class LiveTiles {
    private static final int HALF = 4;

    private final ClassroomService classroom;
    private final SchoolService schools;
    private final Set<String> second;

    LiveTiles(ClassroomService classroom, SchoolService schools, Deck deck) {
        this.classroom = classroom;
        this.schools = schools;
        this.second = Set.of(LessonPages.secondSprite(deck).split(" "));
    }

    /**
     * The live room of a session as it is now.
     *
     * @param hidden whether to hide right and wrong, because the page may be on the wall
     */
    LiveRoom of(SessionFacts session, boolean hidden) {
        var progress = classroom.progress(session.id());
        var byCard = new HashMap<String, RoomProgress.CardProgress>();
        progress.cards().forEach(card -> byCard.put(card.classPublicId() + "/" + card.card(), card));
        var classes = session.classes().stream()
                .map(one -> tiles(session.schoolId(), one, byCard))
                .map(one -> hidden ? one.withoutAnswers() : one)
                .toList();
        var visitors = progress.cards().stream()
                .filter(card -> card.visitor() > 0)
                .map(card -> new LiveTile("v/" + card.visitor(), card.visitor(), null, "", LiveTile.State.of(card)))
                .map(tile -> hidden ? tile.withoutAnswer() : tile)
                .toList();
        return new LiveRoom(
                classes,
                visitors,
                progress.waiting(),
                progress.steps(),
                progress.stands(),
                hidden ? List.of() : LiveRoom.SureAndWrong.of(progress.cards()),
                progress.answers());
    }

    /** A class that could join the session. */
    record ClassToAdd(String id, String name) {}

    /**
     * The classes of the session's school and year, of the bands in the session, that are in no session now.
     *
     * @param running the school's running sessions
     */
    List<ClassToAdd> toAdd(SessionFacts session, List<SessionFacts> running) {
        var here = session.classes().stream().map(SessionClass::classPublicId).collect(Collectors.toSet());
        var busy = running.stream()
                .flatMap(each -> each.classes().stream())
                .map(SessionClass::classPublicId)
                .collect(Collectors.toSet());
        var all = schools.classesOf(session.schoolId(), session.yearKey());
        var bands = all.stream()
                .filter(one -> here.contains(one.publicId()))
                .map(ClassFacts::band)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(one -> !busy.contains(one.publicId()) && bands.contains(one.band()))
                .map(one -> new ClassToAdd(one.publicId().value(), one.name()))
                .toList();
    }

    /** The join code in two parts, for example "K7MW P4R2". */
    String code(SessionFacts session) {
        var code = classroom.code(session.id());
        return code.substring(0, HALF) + " " + code.substring(HALF);
    }

    /** The join code as the QR code on the wall holds it. */
    String sealedCode(SessionFacts session) {
        return classroom.sealedCode(session.id());
    }

    private LiveRoom.LiveClass tiles(long schoolId, SessionClass one, Map<String, RoomProgress.CardProgress> progress) {
        var facts = schools.classOf(schoolId, one.classPublicId());
        var tiles = facts.cards().stream()
                .filter(card -> one.forCards().contains(card.number()))
                .map(card -> tile(one.classPublicId() + "/" + card.number(), card, progress))
                .toList();
        return new LiveRoom.LiveClass(one.classPublicId().value(), one.className(), tiles);
    }

    private LiveTile tile(String key, CardFacts card, Map<String, RoomProgress.CardProgress> progress) {
        var sprite = second.contains(card.picture().drawing()) ? "cards/cards-2.svg" : "cards/cards-1.svg";
        return new LiveTile(key, card.number(), card.picture(), sprite, LiveTile.State.of(progress.get(key)));
    }
}
