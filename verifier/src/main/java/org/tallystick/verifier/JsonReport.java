package org.tallystick.verifier;

import java.util.List;
import java.util.stream.Collectors;

/** The report for machines. */
final class JsonReport {

    private JsonReport() {}

    static String of(Report report) {
        Manifest manifest = report.manifest();
        String fund = manifest.fund();
        return "{\"good\":" + report.isGood()
                + ",\"firstWrongPosition\":"
                + report.firstWrongPosition().map(Object::toString).orElse("null")
                + ",\"origin\":" + CanonicalJson.quoted(manifest.origin())
                + ",\"size\":" + manifest.size()
                + ",\"root\":" + CanonicalJson.quoted(Hashes.base64(manifest.root()))
                + ",\"fund\":" + (fund == null ? "null" : CanonicalJson.quoted(fund))
                + ",\"checks\":"
                + list(report.results().stream().map(JsonReport::result).toList())
                + ",\"controlTests\":"
                + list(report.controlTests().stream().map(JsonReport::test).toList())
                + "}\n";
    }

    /** For what cannot be checked. */
    static String unusable(Unusable why) {
        return "{\"good\":false,\"unusable\":" + CanonicalJson.quoted(why.sentence()) + "}\n";
    }

    private static String result(Report.Result result) {
        Wrong wrong = result.wrong();
        String json = "{\"check\":" + CanonicalJson.quoted(result.check()) + ",\"state\":"
                + CanonicalJson.quoted(
                        result.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        if (wrong == null) {
            return json + ",\"covered\":" + CanonicalJson.quoted(result.covered()) + "}";
        }
        return json + ",\"position\":" + (wrong.position() == Wrong.NOWHERE ? "null" : wrong.position()) + ",\"what\":"
                + CanonicalJson.quoted(wrong.sentence()) + "}";
    }

    private static String test(ControlTest test) {
        List<String> found = test.told().stream()
                .map(each ->
                        "{\"position\":" + each.position() + ",\"what\":" + CanonicalJson.quoted(each.sentence()) + "}")
                .toList();
        return "{\"name\":" + CanonicalJson.quoted(test.name()) + ",\"rule\":" + CanonicalJson.quoted(test.rule())
                + ",\"tested\":" + test.population() + ",\"exceptions\":" + test.exceptions() + ",\"first\":"
                + list(found) + "}";
    }

    private static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
