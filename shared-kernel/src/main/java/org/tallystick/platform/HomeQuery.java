package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person sees first. */
public sealed interface HomeQuery {

    /** What waits for the asker, in their role, oldest duty first. */
    record WhatNeedsMe() implements HomeQuery, Query<Duties> {}

    /** Duties, oldest first; {@code total} counts those not listed too. */
    record Duties(List<Duty> duties, long total) {}

    /**
     * Something to do.
     *
     * @param kind what sort of duty, such as {@code sign-agreement}: pages choose the address and the button by it
     * @param subjectId what it is about
     * @param part the part of it, such as the number of an instalment
     * @param sentence what is to be done, in a line
     * @param since when it fell due or began to wait
     */
    record Duty(String kind, String subjectId, @Nullable Integer part, String sentence, LocalDate since) {}
}
