package org.tallystick.bid;

/** What a direct cost is for: money that is spent on this project and on no other. */
public enum CostKind {
    /** People who are employed for it. */
    STAFF(PriceIndex.PAY),
    /** Running the work from day to day, or all running cost where an organisation has a single project. */
    DELIVERY(PriceIndex.NON_PAY),
    /** People who take part: travel, childcare, meals, and the fees and expenses of people with lived experience. */
    PARTICIPANTS(PriceIndex.NON_PAY),
    /** Things that last for years, as they wear out. They were paid for once, so their cost does not rise. */
    EQUIPMENT(PriceIndex.NONE),
    /** Finding out whether it works. */
    EVALUATION(PriceIndex.NON_PAY);

    private final PriceIndex index;

    CostKind(PriceIndex index) {
        this.index = index;
    }

    /** What it rises with from year to year. */
    public PriceIndex index() {
        return index;
    }
}
