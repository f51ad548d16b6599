/**
 * The offline verifier of audit packs. It trusts neither Tallystick nor its database and shares no code with them: a
 * fault there is not repeated here. From the pack alone it derives the tree, the signatures, the ledger and the sealed
 * balances again, and says where what it was given departs from them.
 *
 * <p>In reading order: {@code Verifier} (the command), {@code Verification} (the checks in their order), {@code Pack}
 * and {@code StructureCheck} (what is in the zip), {@code Segment} (leaves and events, ten thousand positions at a
 * time), {@code TreeCheck}, {@code CheckpointCheck}, {@code EventCheck}, then {@code Postings}, {@code LedgerCheck},
 * {@code SealedCheck}, and the {@code ControlTest}s. The format is that of {@code docs/audit-pack.md}.
 */
@NullMarked
package org.tallystick.verifier;

import org.jspecify.annotations.NullMarked;
