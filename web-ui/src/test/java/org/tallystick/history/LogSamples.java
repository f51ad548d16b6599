package org.tallystick.history;

import java.time.Instant;
import java.util.List;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.history.HistoryQuery.InclusionProof;
import org.tallystick.history.HistoryQuery.SigningState;
import org.tallystick.history.HistoryQuery.WitnessState;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;

/** A log that is signed, and shown to two witnesses of whom one has refused. */
public final class LogSamples {

    private static final Instant SIGNED = Instant.parse("2026-11-22T18:00:00Z");
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private LogSamples() {}

    /** How it is signed. */
    public static SigningState signed() {
        return new SigningState(
                "grants.example.org/log",
                KEY,
                checkpoint(10_480),
                10_482,
                1,
                List.of(
                        new WitnessState("witness.audit.example.org", 10_480, SIGNED, ""),
                        new WitnessState(
                                "witness.charity.example.org",
                                9_000,
                                SIGNED,
                                "This log does not continue the one it signed before.")));
    }

    /** Verified by itself, and nothing found. */
    public static VerificationView good() {
        return new VerificationView(SIGNED, false, Verdict.GOOD, 10_480, null, "");
    }

    /** Verified because somebody asked, and found altered. */
    public static VerificationView notGood() {
        return new VerificationView(
                SIGNED,
                true,
                Verdict.NOT_GOOD,
                10_480,
                9_001L,
                "events: the event at position 9001 is not the one whose leaf is in the log.");
    }

    /** A checkpoint of a size. */
    public static CheckpointView checkpoint(long size) {
        return new CheckpointView(
                size,
                SIGNED,
                ROOT,
                List.of("witness.audit.example.org"),
                "grants.example.org/log\n" + size + "\n" + ROOT + "\n\n\u2014 grants.example.org/log AAAAAAAAAA==\n");
    }

    /** The proof of an event. */
    public static InclusionProof inclusion(long position) {
        CheckpointView checkpoint = checkpoint(10_480);
        return new InclusionProof(
                position,
                position - 1,
                "{\"position\":" + position + "}",
                "ab",
                List.of(ROOT),
                checkpoint,
                "c2sp.org/tlog-proof@v1\nindex " + (position - 1) + "\n" + ROOT + "\n\n" + checkpoint.note());
    }
}
