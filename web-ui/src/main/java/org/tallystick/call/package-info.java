/**
 * Pages of grant calls: the list that everybody may read, one call with all an applicant needs, writing and changing a
 * call on one page, and a page for each thing that may be done to it.
 */
@NullMarked
package org.tallystick.call;

import org.jspecify.annotations.NullMarked;
