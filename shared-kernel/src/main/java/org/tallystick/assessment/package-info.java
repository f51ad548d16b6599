/**
 * Assessment and decision: how a call that has closed comes to its awards.
 *
 * <p>Assessors are invited for a bid; before they may open it they declare that they have no interest in it, or step
 * back. Each scores every criterion of the call from 0 to 5, with a reason, and sees nothing of the others before that.
 * The weighted scores rank the bids. Somebody recommends an outcome for every bid, within the envelope and the
 * ring-fence; somebody else approves it, whose delegated limit covers the sum on that day and who neither recommended
 * nor assessed nor belongs to an applicant. Then, at once or not at all, the awards are made and their money is
 * committed. No share of an organisation's overheads is ever paid twice. Applicants hear all together.
 */
@NullMarked
package org.tallystick.assessment;

import org.jspecify.annotations.NullMarked;
