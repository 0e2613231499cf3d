package uk.thinkuknow.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.shared.NotFound;

/** The door to trainers: who may deliver, and in which order they are asked. */
@Singleton
public class TrainingService {
    /**
     * Every trainer against what is wanted: first those who can, in the order of offering, then those who cannot.
     */
    @Transactional
    public List<Match> matching(Wanted wanted) {
        return List.of();
    }

    /** @throws NotFound if she is no trainer */
    @Transactional
    public TrainerFacts trainer(long staffId) {
        throw new NotFound();
    }

    /** Is this member of staff a trainer of the programme, accredited or not? */
    @Transactional
    public boolean isTrainer(long staffId) {
        return false;
    }

    /** Notes that she was offered a session: among trainers as near, who was asked longest ago comes first. */
    @Transactional
    public void noteOffered(long staffId, Instant at) {}

    /** @throws MayNotDeliver in words, if she is suspended, not accredited on that day, or not for this band */
    @Transactional
    public void requireMayDeliver(long staffId, LocalDate day, String band) {
        throw new MayNotDeliver("There are no trainers yet.");
    }
}
