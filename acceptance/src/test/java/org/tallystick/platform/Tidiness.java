package org.tallystick.platform;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The limits on a source file. */
final class Tidiness {

    static final int LINES = 300;
    static final int METHOD_LINES = 40;

    /** A test may tell a longer story, and must not tell a long one. */
    static final int TEST_METHOD_LINES = 60;

    static final int COLUMNS = 120;

    /** A sentence in quotes may stay whole, so that it can be searched for. A text block is content. */
    static final int COLUMNS_OF_A_SENTENCE = 140;

    /** Written so that it does not find itself. */
    private static final Pattern LEFT_OPEN =
            Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b|@Dis[a]bled|not impl[e]mented|assumeTrue\\(f[a]lse");

    private static final Pattern SENTENCE = Pattern.compile("\\s*(\\+ )?\"[^\"]*\"[),;]*");
    private static final String TEXT_BLOCK = "\"\"\"";
    private static final Pattern CONSOLE = Pattern.compile("System\\.(out|err)\\b|printStackTrace\\(\\)");

    /** Where the console is what is written to: the command line. */
    private static final Pattern COMMAND_LINE = Pattern.compile("launcher/.*|verifier/.*/Verifier\\.java");

    private static final Pattern REGISTRY =
            Pattern.compile("https?://[a-z0-9.-]*(maven|npm|debian|sonatype)[a-z0-9.-]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMESPACE = Pattern.compile("POM/4\\.0\\.0|xsd/maven");
    private static final Pattern FOLDER = Pattern.compile("(?<![\\w.])/(home|Users|root|work)/\\w+");

    private static final Pattern TEXT =
            Pattern.compile(".*(\\.(java|md|xml|yml|sql|json|html|sh|js|scss|properties)|/tallystick|/run)");

    private Tidiness() {}

    /**
     * What is untidy in a Java file.
     *
     * @param path from the project's folder
     */
    static List<String> problems(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean main = path.contains("src/main/");
        List<String> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (main && lines.size() > LINES) {
            problems.add(lines.size() + " lines");
        }
        boolean inText = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            inText ^= line.split(TEXT_BLOCK, -1).length % 2 == 0;
            int columns = SENTENCE.matcher(line).matches() ? COLUMNS_OF_A_SENTENCE : COLUMNS;
            for (String problem : inLine(
                    line,
                    inText ? Integer.MAX_VALUE : columns,
                    main && !COMMAND_LINE.matcher(path).matches())) {
                problems.add("line " + (i + 1) + ": " + problem);
            }
        }
        if (name.equals("package-info.java")) {
            if (!text.contains("/**")) {
                problems.add("no paragraph of why");
            }
            if (!text.contains("@NullMarked")) {
                problems.add("not @NullMarked");
            }
        }
        problems.addAll(longMethods(name, text, main ? METHOD_LINES : TEST_METHOD_LINES));
        return problems;
    }

    /** Addresses of registries, and folders of one machine, in any text. */
    static List<String> places(String text) {
        return text.lines()
                .filter(line -> (REGISTRY.matcher(line).find()
                                && !NAMESPACE.matcher(line).find())
                        || FOLDER.matcher(line).find())
                .toList();
    }

    /** The project's own texts: what is neither built nor fetched. */
    static List<Path> committedTexts(Path root) {
        Set<String> passedOver = Set.of("target", "node_modules", ".git", ".data", ".idea");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> stream(root.relativize(file)).noneMatch(passedOver::contains))
                    .filter(Files::isRegularFile)
                    .filter(file -> TEXT.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> stream(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return parts.stream();
    }

    private static List<String> inLine(String line, int columns, boolean silent) {
        List<String> problems = new ArrayList<>();
        if (line.length() > columns) {
            problems.add(line.length() + " columns");
        }
        if (line.contains("\t")) {
            problems.add("a tab");
        }
        Matcher open = LEFT_OPEN.matcher(line);
        if (open.find()) {
            problems.add("something left open");
        }
        if (silent && CONSOLE.matcher(line).find()) {
            problems.add("writes to the console");
        }
        return problems;
    }

    private static List<String> longMethods(String name, String text, int limit) {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(source));
        List<String> found = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(limit, unit, Trees.instance(task).getSourcePositions(), found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Measures methods from their name to their closing brace. */
    private static final class MethodLengths extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final int limit;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        MethodLengths(int limit, CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.limit = limit;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                long lines = lines(method) - new Tables().scan(method.getBody(), null);
                if (lines > limit) {
                    found.add(method.getName() + " has " + lines + " lines");
                }
            }
            return super.visitMethod(method, null);
        }

        private long lines(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree))
                    - unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree))
                    + 1;
        }

        /** What the cases of switches take beyond the longest: a table is no harder to read for having many rows. */
        private final class Tables extends TreeScanner<Long, @Nullable Void> {

            @Override
            public Long visitSwitch(SwitchTree table, @Nullable Void nothing) {
                return beyondTheLongest(table.getCases());
            }

            @Override
            public Long visitSwitchExpression(SwitchExpressionTree table, @Nullable Void nothing) {
                return beyondTheLongest(table.getCases());
            }

            @Override
            public Long scan(@Nullable Tree tree, @Nullable Void nothing) {
                Long lines = super.scan(tree, null);
                return lines == null ? 0L : lines;
            }

            @Override
            public Long reduce(Long one, Long other) {
                return (one == null ? 0 : one) + (other == null ? 0 : other);
            }

            private long beyondTheLongest(List<? extends CaseTree> cases) {
                long longest =
                        cases.stream().mapToLong(each -> lines(each)).max().orElse(0);
                return cases.stream().mapToLong(each -> lines(each)).sum() - longest;
            }
        }
    }
}
