package org.tallystick.platform;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the comments of the shared kernel say of its types and their components: the reference quotes them. */
final class SourceDocs {

    private final Map<String, String> texts = new HashMap<>();

    private SourceDocs() {}

    /** Reads all sources under a folder. */
    static SourceDocs read(Path folder) {
        SourceDocs docs = new SourceDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = SourceTree.javaFiles(folder);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                docs.new Reader(trees).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    /** What is said of a type, on one line; empty where nothing is. */
    String of(Class<?> type) {
        return texts.getOrDefault(nameOf(type), "");
    }

    /** What is said of a record's component; empty where nothing is. */
    String of(Class<?> type, String component) {
        return texts.getOrDefault(nameOf(type) + "#" + component, "");
    }

    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : nameOf(around) + "." + type.getSimpleName();
    }

    /** Collects the comments of one file. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private String around = "";

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String outside = around;
            around = outside.isEmpty() ? type.getSimpleName().toString() : outside + "." + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(around, words(comment.getFullBody()));
                comment.getBlockTags().forEach(tag -> {
                    if (tag instanceof ParamTree param) {
                        texts.put(around + "#" + param.getName(), words(param.getDescription()));
                    }
                });
            }
            super.visitClass(type, null);
            around = outside;
            return null;
        }

        private static String words(List<?> parts) {
            return parts.stream()
                    .map(Object::toString)
                    .collect(Collectors.joining())
                    .replaceAll("\\{@link(plain)? [^ }]*[.#]?([A-Za-z]+)[^}]*}", "$2")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
