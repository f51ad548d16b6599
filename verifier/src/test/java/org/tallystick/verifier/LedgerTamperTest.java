package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.verifier.TamperTest.found;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.verifier.TestCloses.Sealed;
import org.tallystick.verifier.TestHistory.Money;
import org.tallystick.verifier.TestLog.Entry;

/** Journals and sealed balances that do not follow from the events, in packs whose manifest fits them. */
class LedgerTamperTest {

    private static final String CSV = "journal.csv";
    private static final String HLEDGER = "journal.hledger";
    private static final String SEALED = "sealed.jsonl";

    @TempDir
    Path folder;

    private final TestPack pack = TestPack.good(31, 60, null);

    @Test
    void every_kind_of_money_event_is_in_the_sample() {
        Set<String> types = pack.history.log.entries.stream()
                .filter(entry -> !entry.postings().isEmpty())
                .map(Entry::type)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types).isEqualTo(Postings.types());
    }

    @Test
    void each_cell_of_the_journal() {
        Entry paid = last("award.PaymentPaid");
        String row = pack.text(CSV)
                .lines()
                .filter(line -> line.startsWith(paid.position() + ",1,"))
                .findFirst()
                .orElseThrow();
        String whole = pack.text(CSV);
        String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        assertThat(cells).hasSize(24);
        for (int i = 0; i < cells.length; i++) {
            String[] altered = cells.clone();
            altered[i] = altered[i].isEmpty() ? "x" : altered[i].endsWith("1") ? altered[i] + "0" : altered[i] + "1";
            altered[i] = altered[i].endsWith("\"1") ? "\"altered\"" : altered[i];
            pack.put(CSV, whole.replace(row, String.join(",", altered)));

            ledgerFound(paid.position(), CSV);
        }
    }

    @Test
    void a_row_that_is_left_out() {
        Entry entry = last("award.MoneyLapsed");
        pack.put(CSV, pack.text(CSV).replaceAll("(?m)^" + entry.position() + ",2,.*\r\n", ""));

        ledgerFound(entry.position(), CSV);
    }

    @Test
    void the_last_row_is_left_out() {
        Entry entry = lastWithPostings();
        String csv = pack.text(CSV);
        pack.put(CSV, csv.substring(0, csv.lastIndexOf("\r\n", csv.length() - 3) + 2));

        ledgerFound(entry.position(), "ends before");
    }

    @Test
    void a_row_that_comes_twice() {
        String csv = pack.text(CSV);
        pack.put(CSV, csv + csv.substring(csv.lastIndexOf("\r\n", csv.length() - 3) + 2));

        ledgerFound(0, "no event made");
    }

    @Test
    void a_column_that_is_left_out() {
        pack.put(CSV, pack.text(CSV).replaceFirst(",call\r\n", "\r\n"));

        ledgerFound(0, "columns");
    }

    @Test
    void each_line_of_a_transaction_for_hledger() {
        Entry paid = last("award.PaymentPaid");
        String whole = pack.text(HLEDGER);
        int from = whole.indexOf(" * (" + paid.position() + ") ") - 21;
        List<String> lines = whole.substring(from).lines().limit(5).toList();
        for (String line : lines) {
            pack.put(
                    HLEDGER,
                    whole.substring(0, from)
                            + whole.substring(from)
                                    .replaceFirst(
                                            java.util.regex.Pattern.quote(line),
                                            java.util.regex.Matcher.quoteReplacement(line + "1")));

            ledgerFound(paid.position(), HLEDGER);
        }
    }

    @Test
    void what_comes_after_the_last_transaction() {
        pack.put(HLEDGER, pack.text(HLEDGER) + "\n2026-04-01 * Other\n    a  £1\n    b  £-1\n");

        ledgerFound(0, "no event made");
    }

    @Test
    void an_event_with_money_that_no_rule_knows() {
        TestKey key = new TestKey(TestPack.ORIGIN, 1);
        TestHistory history = TestHistory.of(32, 6, key, null);
        Money money = new Money("a", "2026-27", "b", 5);
        Entry entry = history.log.add(
                "fund.MoneyVanished", TestHistory.FUND, "p", Js.object("slices", List.of(money.json())));

        Path zip = TestPack.of(history, List.of(key), null).write(folder.resolve("pack.zip"));

        found(Run.of(zip, "--json"), "ledger", entry.position(), "no rule for the money");
    }

    @Test
    void each_part_of_a_sealed_balance() {
        Sealed sealed = pack.history.closes.all.getLast().get(2);
        String line = TestFund.line(sealed);
        String whole = pack.text(SEALED);
        for (String altered : List.of(
                line.replace("\"number\":2", "\"number\":3"),
                line.replaceFirst("(debitPence|creditPence)\":([1-9])", "$1\":1$2"),
                line.replaceFirst("\"account\":\"", "\"account\":\"x"),
                line.replaceFirst("\"salt\":\"..", "\"salt\":\"zz"),
                line.replaceFirst(
                        "\"salt\":\"..", "\"salt\":\"" + (sealed.salt().startsWith("00") ? "11" : "00")))) {
            assertThat(altered).isNotEqualTo(line);
            pack.put(SEALED, whole.replace(line, altered));

            sealedFound(close(1).position(), "ealed");
        }
    }

    @Test
    void a_sealed_balance_that_is_left_out() {
        String line = TestFund.line(pack.history.closes.all.getFirst().get(1));
        pack.put(SEALED, pack.text(SEALED).replace(line + "\n", ""));

        sealedFound(close(0).position(), "number 1");
    }

    @Test
    void the_last_sealed_balance_is_left_out() {
        String line = TestFund.line(pack.history.closes.all.getLast().getLast());
        pack.put(SEALED, pack.text(SEALED).replace(line + "\n", ""));

        sealedFound(close(1).position(), "No balance of");
    }

    @Test
    void a_sealed_balance_too_many() {
        String line = TestFund.line(pack.history.closes.all.getLast().getLast());
        pack.put(SEALED, pack.text(SEALED) + line + "\n");
        sealedFound(close(1).position(), "the events give none");

        pack.put(
                SEALED,
                pack.text(SEALED).replace(line + "\n" + line, line + "\n" + line.replace("2026-05", "2026-06")));
        sealedFound(0, "no close sealed");
    }

    @Test
    void a_close_that_sealed_what_the_events_do_not_give() {
        // The log itself seals a balance, and its root, that are not those of its events.
        TestKey key = new TestKey(TestPack.ORIGIN, 1);
        TestHistory history = TestHistory.of(33, 12, key, null);
        List<Sealed> sealed = history.closes.all.getLast();
        Sealed first = sealed.getFirst();
        sealed.set(0, new Sealed(first.period(), 0, first.account(), first.net() - 1, first.salt()));

        Path zip = TestPack.of(history, List.of(key), null).write(folder.resolve("pack.zip"));

        found(Run.of(zip, "--json"), "sealed balances", history.log.size(), "the events give");
    }

    @Test
    void totals_and_number_of_a_close() {
        for (String field : List.of("accounts", "debitPence", "creditPence", "root")) {
            TestKey key = new TestKey(TestPack.ORIGIN, 1);
            TestHistory history = TestHistory.of(34, 12, key, null);
            Entry close = history.log.entries.removeLast();
            String payload = field.equals("root")
                    ? close.payload()
                            .replaceFirst("\"root\":\"[^\"]*\"", "\"root\":\"" + Hashes.base64(new byte[32]) + "\"")
                    : close.payload().replaceFirst(field + "\":", field + "\":1");
            history.log.entries.add(new Entry(
                    close.position(),
                    close.aggregate(),
                    close.sequence(),
                    close.type(),
                    payload,
                    close.metadata(),
                    close.recordedAt(),
                    close.effectiveOn(),
                    close.actor(),
                    close.eventId(),
                    List.of()));

            Path zip = TestPack.of(history, List.of(key), null).write(folder.resolve("pack.zip"));

            found(Run.of(zip, "--json"), "sealed balances", close.position(), "2026-05");
        }
    }

    @Test
    void a_proof_in_the_pack_of_a_fund() {
        TestPack ofFund = TestPack.good(35, 30, TestHistory.FUND);
        String whole = ofFund.text(SEALED);
        String line = whole.lines().toList().getLast();
        Entry close = ofFund.history.log.entries.getLast();
        Path zip = folder.resolve("pack.zip");

        ofFund.put(
                SEALED,
                whole.replace(
                        line,
                        line.replaceFirst(
                                "\"proof\":\\[\"[^\"]*\"", "\"proof\":[\"" + Hashes.base64(new byte[32]) + "\"")));
        found(Run.of(ofFund.write(zip), "--json"), "sealed balances", close.position(), "does not lead");

        ofFund.put(SEALED, whole.replace(line + "\n", ""));
        found(Run.of(ofFund.write(zip), "--json"), "sealed balances", close.position(), "is missing");

        ofFund.put(SEALED, whole.replace(line, line.replaceFirst("(debitPence|creditPence)\":([1-9])", "$1\":1$2")));
        found(Run.of(ofFund.write(zip), "--json"), "sealed balances", close.position(), "does not lead");
    }

    private Entry last(String type) {
        return pack.history.log.entries.stream()
                .filter(entry -> entry.type().equals(type))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private Entry lastWithPostings() {
        return pack.history.log.entries.stream()
                .filter(entry -> !entry.postings().isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private Entry close(int which) {
        return pack.history.log.entries.stream()
                .filter(entry -> entry.type().equals("history.PeriodClosed"))
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    private void ledgerFound(long position, String what) {
        found(Run.of(pack.write(folder.resolve("pack.zip")), "--json"), "ledger", position, what);
    }

    private void sealedFound(long position, String what) {
        found(Run.of(pack.write(folder.resolve("pack.zip")), "--json"), "sealed balances", position, what);
    }
}
