package uk.thinkuknow;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The string literals, calls and enums of the product's Java, as the compiler parses them. */
final class JavaSources {
    private static final Pattern LOG = Pattern.compile("(?i)(?:.*\\.)?log(?:ger)?\\.\\w+");
    private static final Pattern DEVELOPERS = Pattern.compile(
            "(?:Illegal(?:State|Argument)|Unsupported\\w+|IO|UncheckedIO|NoSuchElement|Assertion)(?:Exception|Error)");

    static final JavaSources MAIN = new JavaSources(Path.of("src/main/java"));

    final List<Literal> literals = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final Map<String, List<String>> enums = new TreeMap<>();

    /**
     * A string literal.
     *
     * @param developers whether it is in an annotation, a log call or an exception for developers
     */
    record Literal(String file, long line, String value, boolean developers) {}

    /** A call with a literal among its arguments, and how many arguments follow that literal. */
    record Call(String file, long line, String called, String literal, int following) {}

    private JavaSources(Path root) {
        try (var walk = Files.walk(root)) {
            var files = walk.filter(file -> file.toString().endsWith(".java")).toList();
            var compiler = ToolProvider.getSystemJavaCompiler();
            var manager = compiler.getStandardFileManager(null, null, null);
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (var unit : task.parse()) {
                new Scanner(unit, Trees.instance(task)).scan(unit, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Scanner extends TreePathScanner<Void, Boolean> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final String file;

        Scanner(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
            file = unit.getSourceFile().getName().replaceFirst(".*uk/thinkuknow/", "");
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Boolean developers) {
            return super.visitAnnotation(tree, true);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Boolean developers) {
            var called = tree.getMethodSelect().toString();
            note(called, tree.getArguments());
            return super.visitMethodInvocation(
                    tree, developers || LOG.matcher(called).matches());
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Boolean developers) {
            var called = tree.getIdentifier().toString();
            note(called, tree.getArguments());
            return super.visitNewClass(
                    tree, developers || DEVELOPERS.matcher(called).matches());
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Boolean developers) {
            if (tree.getValue() instanceof String value) {
                literals.add(new Literal(file, line(tree), value, developers));
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Boolean developers) {
            if (tree.getKind() == Tree.Kind.ENUM) {
                var room = unit.getPackageName().toString().replaceFirst(".*\\.", "");
                enums.put(room + "." + tree.getSimpleName(), constants(tree));
            }
            return super.visitClass(tree, developers);
        }

        private static List<String> constants(ClassTree tree) {
            return tree.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && field.getType()
                                    .toString()
                                    .equals(tree.getSimpleName().toString())
                            && field.getInitializer() instanceof NewClassTree)
                    .map(member -> ((VariableTree) member).getName().toString())
                    .toList();
        }

        private void note(String called, List<? extends ExpressionTree> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                var value = literal(arguments.get(i));
                if (value != null) {
                    calls.add(new Call(file, line(arguments.get(i)), called, value, arguments.size() - i - 1));
                    return;
                }
            }
        }

        private static @Nullable String literal(ExpressionTree tree) {
            return tree instanceof LiteralTree literal && literal.getValue() instanceof String value ? value : null;
        }

        private long line(Tree tree) {
            return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
        }
    }
}
