package org.tallystick.control;

import org.tallystick.control.ControlQuery.Explanation;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Words;

/**
 * What an auditor said of an exception, as pages and papers say it.
 *
 * @param words who said what and when; empty where nobody has said anything
 * @param href where it is explained; empty for what is no exception
 */
record Explained(String words, String href) {

    static final Explained NONE = new Explained("", "");

    static Explained of(ControlTest test, Finding finding, Words words, PersonNames people) {
        String href = "/control-tests/" + test.slug() + "/" + ControlCommand.idOf(test, finding.key());
        Explanation said = finding.explanation();
        if (said == null) {
            return new Explained("", href);
        }
        String by = "Explained on " + words.date(said.explainedAt()) + " by " + people.of(said.explainedBy());
        return new Explained(
                (finding.isExplained() ? by : "Open again, since something came to it. " + by + ", before that") + ": "
                        + said.words(),
                href);
    }
}
