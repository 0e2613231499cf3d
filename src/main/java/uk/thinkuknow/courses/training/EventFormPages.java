package uk.thinkuknow.courses.training;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormOption;

/** Builds the form page of a training event, with the people who may lead it. */
@Singleton
class EventFormPages {
    private final TrainingEvents events;
    private final EventPages pages;
    private final PeopleService people;
    private final SchoolService schools;
    private final TrainerService training;

    EventFormPages(
            TrainingEvents events,
            EventPages pages,
            PeopleService people,
            SchoolService schools,
            TrainerService training) {
        this.events = events;
        this.pages = pages;
        this.people = people;
        this.schools = schools;
        this.training = training;
    }

    /** The form page; {@code id} is null for a new event. */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EventFormPage(
            @Nullable String id,
            EventForm form,
            List<FormOption> leaders,
            List<FormOption> regions,
            FormProblems problems)
            implements TemplateInstance {}

    /** @throws NotFound unless the user manages the event */
    @Transactional
    EventFormPage change(StaffMember me, PublicId id) {
        var event = EventPermissions.requireManager(me, events.byPublicId(id).orElseThrow(NotFound::new));
        return form(
                me,
                id,
                EventForm.of(event, people.account(event.leaderId()).publicId().value()),
                FormProblems.none());
    }

    /** The form as submitted, for a new event or an existing one. */
    @Transactional
    EventFormPage form(StaffMember me, @Nullable PublicId id, EventForm form, FormProblems problems) {
        return new EventFormPage(
                id == null ? null : id.value(),
                form,
                leaders(me, id).stream()
                        .map(each -> new FormOption(
                                each.publicId().value(),
                                each.id() == me.id() ? Words.of("training.you", each.name()) : each.name(),
                                each.publicId().value().equals(form.leader())))
                        .toList(),
                pages.regions(form.where().region()).stream()
                        .filter(each -> me.scope().holdsRegion(each.value()))
                        .toList(),
                problems);
    }

    /**
     * The staff id of the chosen leader, if allowed: a trainer of the area, the manager, or the event's present leader.
     */
    @Transactional
    Optional<Long> leader(StaffMember me, @Nullable PublicId id, EventForm form) {
        return leaders(me, id).stream()
                .filter(each -> each.publicId().value().equals(form.leader()))
                .map(Account::id)
                .findFirst();
    }

    /** Returns whether the form's region is known. An empty region means the whole programme. */
    boolean knows(EventForm form) {
        var region = form.where().region();
        return region.isEmpty() || schools.regions().containsKey(region);
    }

    private List<Account> leaders(StaffMember me, @Nullable PublicId id) {
        var leaders = new LinkedHashMap<Long, Account>();
        leaders.put(me.id(), people.account(me.id()));
        training.trainersFrom(me.scope()).forEach(each -> leaders.putIfAbsent(each.id(), each));
        Optional.ofNullable(id)
                .flatMap(events::byPublicId)
                .map(event -> people.account(event.leaderId()))
                .ifPresent(each -> leaders.putIfAbsent(each.id(), each));
        return List.copyOf(leaders.values());
    }
}
