package org.tallystick.journeys;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people and programs type into forms that were not made for it. */
final class HostileValues {

    /** What comes after it is sent as it stands, in a form's own encoding. */
    static final String RAW = "%raw:";

    static final String SCRIPT = "<script>alert(1)</script>";

    static final List<String> ALL = List.of(
            "",
            "   ",
            "0",
            "-1",
            "1e3",
            "£1,234.50",
            "1.005",
            "99999999999999999999",
            "x".repeat(70_001),
            "word ".repeat(10_000),
            "a\u0000b\u0007c",
            RAW + "%C3%28%FF",
            RAW + "%ED%A0%80",
            "\u202eשרה אבו-חמד\u202c مريم",
            "Zo\u0308e\u0301\u0323\u0317 Nguye\u0302\u0303n",
            "👩‍👩‍👧 🧵",
            SCRIPT,
            "\"><img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
            "'; DROP TABLE history.events; --",
            "${7*7} #{7*7} *{7*7} __${7*7}__::.x",
            "30 February 2026",
            "29/02/2027",
            "31/12/9999",
            "../../etc/passwd",
            "NO_SUCH_CHOICE");

    /** Days that there are not, or not here: day, month and year. */
    static final List<List<String>> DAYS = List.of(
            List.of("29", "2", "2027"),
            List.of("31", "12", "9999"),
            List.of("0", "0", "0"),
            List.of("31", "June", "2026"),
            List.of("٣", "٤", "٢٠٢٦"),
            List.of("1", "", "2026"));

    /** As they stand in an address. */
    static final List<String> IN_ADDRESSES = List.of(
            "",
            "-1",
            "0",
            "99999999999999999999",
            "nothing-has-this-id",
            "x".repeat(3_000),
            "%00",
            "a%0d%0aX-Header:%201",
            "%F0%9F%A7%B5",
            "%E2%80%AE%D7%A9",
            "%C3%28",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "..%2f..%2fetc%2fpasswd",
            "2026-02-30",
            "9999-12-31",
            "%27%20OR%201=1--",
            "$%7B7*7%7D");

    /** Instead of a file of figures. */
    static final List<byte[]> FILES = List.of(
            new byte[0],
            new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 0},
            "\"unclosed,quote\n1,2".getBytes(StandardCharsets.UTF_8),
            (SCRIPT + ",=cmd,\u202e\n").repeat(50).getBytes(StandardCharsets.UTF_8),
            "1,2,3\n".repeat(200_000).getBytes(StandardCharsets.UTF_8),
            new byte[3_000_000],
            new byte[12_000_000]);

    private HostileValues() {}
}
