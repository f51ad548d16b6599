package org.tallystick.call;

import java.util.HashSet;
import java.util.Set;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What was asked about one call. */
final class AskedQuestions {

    /** More than anybody reads; keeps one organisation from burying a call in questions. */
    private static final int MOST = 500;

    private final Set<String> ids = new HashSet<>();

    void requireNew(String questionId) {
        if (ids.contains(questionId)) {
            throw Rejection.of(Refusal.ALREADY_EXISTS, "questionId", "This question has been asked already.");
        }
        if (ids.size() >= MOST) {
            throw Rejection.of(Refusal.TOO_LARGE, "A call takes up to " + MOST + " questions.");
        }
    }

    void requireAsked(String questionId) {
        if (!ids.contains(questionId)) {
            throw Rejection.of(Refusal.NOT_FOUND, "questionId", "Nobody asked that question.");
        }
    }

    void add(String questionId) {
        ids.add(questionId);
    }
}
