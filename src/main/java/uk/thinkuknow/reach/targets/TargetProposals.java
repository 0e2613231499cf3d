package uk.thinkuknow.reach.targets;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.reach.totals.AreaKind;

/** Finds and counts proposals for targets within a manager's areas. */
@Singleton
class TargetProposals implements PanacheRepository<TargetProposal> {
    /** Limits a query of proposals to the areas of one manager, by kind; or sets no limit. */
    record AreaLimit(
            boolean all, List<String> nations, List<String> regions, List<String> authorities, List<String> trusts) {
        static final AreaLimit ALL = new AreaLimit(true, List.of(), List.of(), List.of(), List.of());

        List<String> of(AreaKind kind) {
            return switch (kind) {
                case NATION -> nations;
                case REGION -> regions;
                case AUTHORITY -> authorities;
                case TRUST -> trusts;
            };
        }
    }

    Optional<TargetProposal> called(String publicId) {
        return find("publicId", publicId).singleResultOptional();
    }

    /**
     * Newest first.
     *
     * @param page counted from 0
     */
    List<TargetProposal> page(AreaLimit within, boolean openOnly, int page, int size) {
        return some(within, openOnly, null).page(Page.of(page, size)).list();
    }

    long count(AreaLimit within, boolean openOnly) {
        return some(within, openOnly, null).count();
    }

    /** The number of open proposals made by others than this manager. */
    long waitingFor(AreaLimit within, long staffId) {
        return some(within, true, staffId).count();
    }

    private PanacheQuery<TargetProposal> some(AreaLimit within, boolean openOnly, @Nullable Long notBy) {
        Map<String, Object> values = new HashMap<>();
        var change = new StringBuilder("select 1 from TargetChange c where c.proposal = p");
        if (openOnly) {
            change.append(" and c.state = 'PROPOSED'");
        }
        if (!within.all()) {
            var kinds = new ArrayList<String>();
            for (var kind : AreaKind.values()) {
                kinds.add("c.target.areaKey in (:%1$s) and c.target.areaKind = '%1$s'".formatted(kind.key()));
                values.put(kind.key(), within.of(kind));
            }
            change.append(" and (").append(String.join(" or ", kinds)).append(")");
        }
        var others = "";
        if (notBy != null) {
            others = " and p.proposedById <> :her";
            values.put("her", notBy);
        }
        return find("from TargetProposal p where exists (" + change + ")" + others + " order by p.id desc", values);
    }
}
