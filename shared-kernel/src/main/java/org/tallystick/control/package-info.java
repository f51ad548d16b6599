/**
 * Control tests: what auditors look for in the history, asked as questions with a result, evidence and the events
 * behind it. A test decides nothing and changes nothing; it is run at a position, with parameters, and finds
 * exceptions. An auditor may explain an exception: explained ↔ reopened.
 */
@NullMarked
package org.tallystick.control;

import org.jspecify.annotations.NullMarked;
