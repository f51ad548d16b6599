/**
 * Grant calls: what a public body offers money for, to whom, and how it will decide.
 *
 * <p>A call is drafted by one person and approved by another whose delegated limit covers its envelope on that day;
 * then its money is set aside and it is scheduled. It opens and closes by the clock, to the millisecond. While it is
 * open it may be amended, never with less time left, and questions about it are answered for all to read. It may be
 * withdrawn, with a reason that applicants are told; what was set aside is free again.
 */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
