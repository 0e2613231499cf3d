package uk.thinkuknow.counting;

import java.math.BigDecimal;

/** A limit of two parts, a share and a number: only what is above both is too much. */
public record Excess(BigDecimal share, int number) {

    /** Returns whether a part is above the number and above the share of the whole. */
    public boolean isExceededBy(int part, int whole) {
        return part > number && BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    /** Returns whether a count is over a base by more than the number and by more than the share of the base. */
    public boolean isOver(int count, int base) {
        return isExceededBy(count - base, base);
    }
}
