package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house is kept tidy: sizes, and things that are not left lying about; and each rule catches a small offender. */
class TidinessTest {

    @Test
    void the_sources_are_tidy() {
        Map<String, List<String>> problems = new TreeMap<>();
        for (String module : SourceTree.MODULES) {
            for (Path file :
                    SourceTree.javaFiles(SourceTree.ROOT.resolve(module).resolve("src"))) {
                String path = SourceTree.ROOT.relativize(file).toString();
                List<String> found = Tidiness.problems(path, SourceTree.text(file));
                if (!found.isEmpty()) {
                    problems.put(path, found);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void every_package_says_why_it_is_there() {
        List<String> silent = SourceTree.MODULES.stream()
                .flatMap(module ->
                        SourceTree.javaFiles(SourceTree.ROOT.resolve(module).resolve("src")).stream())
                .collect(Collectors.groupingBy(
                        Path::getParent,
                        Collectors.mapping(file -> file.getFileName().toString(), Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(folder -> !folder.getValue().contains("package-info.java"))
                .map(folder -> SourceTree.ROOT.relativize(folder.getKey()).toString())
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void no_file_names_a_registry_or_a_folder_of_one_machine() {
        Map<String, List<String>> problems = new TreeMap<>();
        for (Path file : Tidiness.committedTexts(SourceTree.ROOT)) {
            List<String> found = Tidiness.places(SourceTree.text(file));
            if (!found.isEmpty()) {
                problems.put(SourceTree.ROOT.relativize(file).toString(), found);
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void untidiness_would_be_noticed() {
        assertThat(Tidiness.problems("fund/src/main/Long.java", "class Long {}\n".repeat(301)))
                .contains("301 lines");
        assertThat(Tidiness.problems("fund/src/main/Wide.java", "// " + "w".repeat(118) + "\n"))
                .containsExactly("line 1: 121 columns");
        assertThat(Tidiness.problems("fund/src/main/Tab.java", "\tclass Tab {}\n"))
                .contains("line 1: a tab");
        assertThat(Tidiness.problems("fund/src/main/Left.java", "class Left {} // TO" + "DO later\n"))
                .contains("line 1: something left open");
        assertThat(Tidiness.problems("fund/src/test/Off.java", "@Dis" + "abled class Off {}\n"))
                .contains("line 1: something left open");
        assertThat(Tidiness.problems("fund/src/main/Says.java", "class Says { void it() { System.out.println(); } }\n"))
                .contains("line 1: writes to the console");
        assertThat(Tidiness.problems("fund/src/main/package-info.java", "package org.tallystick.fund;\n"))
                .containsExactly("no paragraph of why", "not @NullMarked");
    }

    @Test
    void a_sentence_in_quotes_may_be_a_little_longer_than_code() {
        String quoted = "        \"" + "s".repeat(120) + "\",\n";

        assertThat(Tidiness.problems("fund/src/main/Says.java", quoted)).isEmpty();
        assertThat(Tidiness.problems("fund/src/main/Says.java", "        x = " + quoted.strip()))
                .containsExactly("line 1: 135 columns");
        assertThat(Tidiness.problems("fund/src/main/Says.java", "          " + quoted))
                .containsExactly("line 1: 141 columns");

        String table = "x = ${t}\n" + "r".repeat(130) + "\n${t};\n" + "c".repeat(130) + "\n";
        assertThat(Tidiness.problems("fund/src/main/Says.java", table.replace("${t}", "\"".repeat(3))))
                .containsExactly("line 4: 130 columns");
    }

    @Test
    void a_long_method_would_be_noticed() {
        String body = "        step();\n".repeat(39);
        String method = "class Long {\n    void method() {\n" + body + "    }\n}\n";

        assertThat(Tidiness.problems("fund/src/main/Long.java", method)).containsExactly("method has 41 lines");
        assertThat(Tidiness.problems("fund/src/main/Long.java", method.replaceFirst(" {8}step\\(\\);\n", "")))
                .isEmpty();
    }

    @Test
    void a_table_of_many_cases_is_as_long_as_its_longest() {
        String rows = "            case 1 -> step();\n".repeat(60);
        String table = "class Table {\n    void method() {\n        switch (i) {\n" + rows + "        }\n    }\n}\n";
        String longCase = table.replaceFirst("case 1 -> step\\(\\);", "case 7 -> {\n" + "step();\n".repeat(40) + "}");

        assertThat(Tidiness.problems("fund/src/main/Table.java", table)).isEmpty();
        assertThat(Tidiness.problems("fund/src/main/Table.java", longCase)).containsExactly("method has 46 lines");
    }

    @Test
    void a_place_would_be_noticed() {
        assertThat(Tidiness.places("see https://repo.ma" + "ven.example.org/x")).hasSize(1);
        assertThat(Tidiness.places("see /ho" + "me/someone/tallystick")).hasSize(1);
        assertThat(Tidiness.places("see https://www.tallystick.example/home and /work"))
                .isEmpty();
    }
}
