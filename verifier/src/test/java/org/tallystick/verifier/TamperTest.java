package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.verifier.TestLog.Entry;

/**
 * Packs that somebody has altered who covers their tracks: the manifest always fits the altered files, so what finds it
 * is the proof. Each is found by the check it is meant for, at the right position.
 */
class TamperTest {

    @TempDir
    Path folder;

    private final TestPack pack = TestPack.good(11, 60, null);

    @Test
    void a_byte_of_a_payload() {
        Entry entry = event(300);
        pack.put(
                "events/000000.jsonl",
                pack.text("events/000000.jsonl")
                        .replace(TestPack.event(entry), TestPack.event(entry).replaceFirst("award-", "awerd-")));

        found("events", 300, "payload");
    }

    @Test
    void who_did_it() {
        Entry entry = event(200);
        pack.put(
                "events/000000.jsonl",
                pack.text("events/000000.jsonl")
                        .replace(
                                TestPack.event(entry),
                                TestPack.event(entry).replaceFirst("(actorId\\W+)person-\\d", "$1person-9")));

        found("events", 200, "metadata");
    }

    @Test
    void an_event_is_left_out() {
        pack.put("events/000000.jsonl", pack.text("events/000000.jsonl").replace(TestPack.event(event(77)), ""));

        found("events", 77, "position");
    }

    @Test
    void the_last_events_are_left_out() {
        pack.put(
                "events/000000.jsonl",
                pack.text("events/000000.jsonl").replace(TestPack.event(event(pack.size())), ""));

        found("events", pack.size(), "missing");
    }

    @Test
    void an_event_comes_twice() {
        String line = TestPack.event(event(50));
        pack.put("events/000000.jsonl", pack.text("events/000000.jsonl").replace(line, line + line));

        found("events", 51, "there is one at 50");
    }

    @Test
    void two_events_change_places() {
        String first = TestPack.event(event(60));
        String second = TestPack.event(event(61));
        pack.put("events/000000.jsonl", pack.text("events/000000.jsonl").replace(first + second, second + first));

        found("events", 60, "there is one at 61");
    }

    @Test
    void two_events_change_places_and_positions() {
        Entry first = event(60);
        Entry second = event(61);
        String swapped = TestPack.event(second).replace("\"position\":61", "\"position\":60")
                + TestPack.event(first).replace("\"position\":60", "\"position\":61");
        pack.put(
                "events/000000.jsonl",
                pack.text("events/000000.jsonl").replace(TestPack.event(first) + TestPack.event(second), swapped));

        found("events", 60, "payload");
    }

    @Test
    void a_leaf() {
        leaves(0, 100, leaf -> leaf.replace("award.", "Award."));

        found("tree", 100, "tile/0/000");
    }

    @Test
    void a_leaf_that_is_not_canonical() {
        leaves(0, 100, leaf -> leaf.replace(",\"type\"", ", \"type\""));

        found("tree", 100, "canonical");
    }

    @Test
    void leaves_that_change_places() {
        List<byte[]> leaves = new ArrayList<>(leavesOf(0));
        java.util.Collections.swap(leaves, 9, 10);
        pack.files.put("tile/entries/000", TestPack.bundle(leaves));

        found("tree", 10, "says that it is at 11");
    }

    @Test
    void a_leaf_is_left_out() {
        List<byte[]> leaves = new ArrayList<>(leavesOf(0));
        leaves.remove(9);
        pack.files.put("tile/entries/000", TestPack.bundle(leaves));

        found("tree", 10, "says that it is at 11");
    }

    @Test
    void a_bundle_that_goes_on() {
        List<byte[]> leaves = new ArrayList<>(leavesOf(0));
        leaves.add(leaves.getFirst());
        pack.files.put("tile/entries/000", TestPack.bundle(leaves));

        found("tree", 256, "goes on");
    }

    @Test
    void a_hash_of_a_tile() {
        pack.bytes("tile/0/000")[32 * 41 + 7] ^= 1;

        found("tree", 42, "tile/0/000");
    }

    @Test
    void a_hash_of_a_tile_further_up() {
        String top = pack.files.keySet().stream()
                .filter(path -> path.startsWith("tile/1/"))
                .findFirst()
                .orElseThrow();
        pack.bytes(top)[7] ^= 1;

        found("tree", 1, top);
    }

    @Test
    void the_root_of_the_manifest() {
        Path zip = folder.resolve("pack.zip");
        pack.write(zip, pack.manifest(pack.size(), pack.tree.root(pack.size() - 1)));

        found(Run.of(zip, "--json"), "tree", pack.size(), "root");
    }

    @Test
    void a_history_written_anew_from_one_event_on_has_no_signature() {
        // Everything follows from the new event but the signatures, for which the forger lacks the key.
        TestKey forger = new TestKey(TestPack.ORIGIN, 1);
        int size = pack.size();
        pack.put("checkpoint", pack.note(size, pack.tree.root(size), forger, false));
        pack.put(
                "checkpoints.jsonl",
                pack.text("checkpoints.jsonl")
                        .replace(TestPack.line(size, pack.note(size)), TestPack.line(size, pack.text("checkpoint"))));

        found("checkpoints", size, "not signed");
    }

    @Test
    void the_root_of_a_checkpoint_that_the_log_itself_signed() {
        List<Integer> sizes = pack.checkpointSizes();
        int size = sizes.get(1);
        String fork = pack.note(size, pack.tree.root(size - 1), pack.keys.getFirst(), false);
        pack.put(
                "checkpoints.jsonl",
                pack.text("checkpoints.jsonl")
                        .replace(TestPack.line(size, pack.note(size)), TestPack.line(size, fork)));

        found("checkpoints", size, "not the root of the tree");
    }

    @Test
    void a_signature() {
        String note = pack.note(pack.checkpointSizes().get(2));
        pack.put(
                "checkpoints.jsonl",
                pack.text("checkpoints.jsonl").replace(signature(note, 0), broken(signature(note, 0))));

        found("checkpoints", pack.checkpointSizes().get(2), "not signed");
    }

    @Test
    void the_signature_of_a_witness() {
        int size = pack.checkpointSizes().stream()
                .filter(s -> s % 2 == 0)
                .findFirst()
                .orElseThrow();
        String note = pack.note(size);
        pack.put(
                "checkpoints.jsonl",
                pack.text("checkpoints.jsonl").replace(signature(note, 1), broken(signature(note, 1))));

        found("checkpoints", size, "witness witness.example.org");
    }

    @Test
    void a_checkpoint_signed_with_the_key_before() {
        int size = pack.size();
        String note = pack.note(size, pack.tree.root(size), pack.keys.getFirst(), true);
        pack.put("checkpoint", note);
        pack.put(
                "checkpoints.jsonl",
                pack.text("checkpoints.jsonl")
                        .replace(TestPack.line(size, pack.note(size)), TestPack.line(size, note)));

        found("checkpoints", size, "not signed by the key that counted");
    }

    @Test
    void the_last_checkpoint_is_left_out() {
        int size = pack.size();
        pack.put("checkpoints.jsonl", pack.text("checkpoints.jsonl").replace(TestPack.line(size, pack.note(size)), ""));

        found("checkpoints", size, "last checkpoint");
    }

    @Test
    void a_checkpoint_that_cannot_be_read_any_more() {
        int first = pack.checkpointSizes().get(0);
        int second = pack.checkpointSizes().get(1);
        String note = pack.note(second);
        pack.put(
                "checkpoints.jsonl",
                pack.text("checkpoints.jsonl")
                        .replace(TestPack.line(second, note), TestPack.line(second, note.replace("\u2014 ", "- "))));

        found("checkpoints", first + 1, "no signature");
    }

    @Test
    void checkpoints_that_change_places() {
        int first = pack.checkpointSizes().get(0);
        int second = pack.checkpointSizes().get(1);
        String one = TestPack.line(first, pack.note(first));
        String two = TestPack.line(second, pack.note(second));
        pack.put("checkpoints.jsonl", pack.text("checkpoints.jsonl").replace(one + two, two + one));

        found("checkpoints", first, "as large or larger");
    }

    @Test
    void a_key_that_the_log_never_had() {
        List<String> keys = List.of(pack.keys.getFirst().vkey, new TestKey(TestPack.ORIGIN, 1).vkey);
        pack.put("keys.json", pack.text("keys.json").replace(pack.keys.getLast().vkey, keys.getLast()));

        found("checkpoints", rotation(), "not the one in keys.json");
    }

    @Test
    void a_new_key_that_the_old_one_did_not_sign() {
        TestKey first = new TestKey(TestPack.ORIGIN, 1);
        TestKey second = new TestKey(TestPack.ORIGIN, 1);
        TestHistory history = TestHistory.of(11, 60, new TestKey(TestPack.ORIGIN, 1), second);
        // The history opens with another key than the one that this pack calls its first.
        TestPack forged = TestPack.of(history, List.of(first, second), null);

        found(Run.of(forged.write(folder.resolve("pack.zip")), "--json"), "checkpoints", 2, "not the one in keys.json");
    }

    @Test
    void another_first_key_than_the_one_i_know() {
        Path zip = pack.write(folder.resolve("pack.zip"));

        found(Run.of(zip, "--json", "--key", new TestKey(TestPack.ORIGIN, 1).vkey), "checkpoints", 0, "--key");
    }

    @Test
    void a_witness_i_trust_that_has_not_signed() {
        Path zip = pack.write(folder.resolve("pack.zip"));

        Run run = Run.of(zip, "--json", "--witness", new TestKey("other.example.org", 4).vkey);

        found(run, "checkpoints", pack.size(), "other.example.org has signed no checkpoint");
    }

    @Test
    void a_log_that_was_rolled_back_with_its_own_key_is_found_by_whoever_kept_a_checkpoint() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept"), pack.note(pack.size()));
        TestHistory shorter = TestHistory.of(11, 30, pack.keys.getFirst(), pack.keys.getLast());
        TestPack rolledBack = TestPack.of(shorter, pack.keys, null);
        Path zip = rolledBack.write(folder.resolve("pack.zip"));

        assertThat(Run.of(zip).exit()).isZero();
        found(Run.of(zip, "--json", "--checkpoint", kept.toString()), "checkpoints", rolledBack.size(), "rolled back");
    }

    @Test
    void a_fork_with_its_own_key_is_found_by_whoever_kept_a_checkpoint() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept"), pack.note(300));
        TestHistory other = TestHistory.of(12, 60, pack.keys.getFirst(), pack.keys.getLast());
        Path zip = TestPack.of(other, pack.keys, null).write(folder.resolve("pack.zip"));

        assertThat(Run.of(zip).exit()).isZero();
        found(Run.of(zip, "--json", "--checkpoint", kept.toString()), "checkpoints", 300, "past was changed");
    }

    @Test
    void an_event_of_the_fund_is_left_out_of_its_pack() {
        TestPack ofFund = TestPack.good(13, 30, TestHistory.FUND);
        Entry entry = ofFund.history.log.entries.stream()
                .filter(e -> e.type().equals("award.PaymentPaid") && e.payload().contains(TestHistory.FUND))
                .findFirst()
                .orElseThrow();
        ofFund.put("events/000000.jsonl", ofFund.text("events/000000.jsonl").replace(TestPack.event(entry), ""));

        Run run = Run.of(ofFund.write(folder.resolve("pack.zip")), "--json");

        found(run, "events", entry.position(), "of an award of the fund");
    }

    private Entry event(int position) {
        return pack.history.log.entries.get(position - 1);
    }

    private long rotation() {
        return pack.history.log.entries.stream()
                .filter(e -> e.type().equals("history.LogKeyRotated"))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private List<byte[]> leavesOf(int bundle) {
        return pack.history.log.entries.subList(bundle * 256, bundle * 256 + 256).stream()
                .map(Entry::leaf)
                .toList();
    }

    private void leaves(int bundle, int position, java.util.function.UnaryOperator<String> change) {
        List<byte[]> leaves = new ArrayList<>(leavesOf(bundle));
        int index = position - 1 - bundle * 256;
        String before = new String(leaves.get(index), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        leaves.set(index, after.getBytes(StandardCharsets.UTF_8));
        pack.files.put("tile/entries/%03d".formatted(bundle), TestPack.bundle(leaves));
    }

    private static String signature(String note, int which) {
        String line = note.substring(note.indexOf("\n\n") + 2)
                .lines()
                .skip(which)
                .findFirst()
                .orElseThrow();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String broken(String signature) {
        byte[] bytes = Base64.getDecoder().decode(signature);
        bytes[40] ^= 1;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void found(String check, long position, String what) {
        found(Run.of(pack.write(folder.resolve("pack.zip")), "--json"), check, position, what);
    }

    /** Found by that check, at that position, with a sentence that says so; position 0 is none. */
    static void found(Run run, String check, long position, String what) {
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        JsonObject result = Json.object(run.out()).objects("checks").stream()
                .filter(each -> each.text("check").equals(check))
                .findFirst()
                .orElseThrow();
        assertThat(result.text("state")).as(run.out()).isEqualTo("wrong");
        assertThat(result.has("position") ? result.number("position") : 0)
                .as(run.out())
                .isEqualTo(position);
        assertThat(result.text("what")).contains(what);
    }
}
