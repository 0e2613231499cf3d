package uk.thinkuknow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Reads the regular expressions that the product's Java compiles, or gives to a method of a string. */
final class SourcePatterns {
    private static final Map<String, Integer> FLAGS = Map.of(
            "CASE_INSENSITIVE", Pattern.CASE_INSENSITIVE,
            "UNICODE_CASE", Pattern.UNICODE_CASE,
            "DOTALL", Pattern.DOTALL,
            "MULTILINE", Pattern.MULTILINE,
            "UNICODE_CHARACTER_CLASS", Pattern.UNICODE_CHARACTER_CLASS);

    private SourcePatterns() {}

    /**
     * A regular expression in a source file; a part that is not constant is written as {@code x}.
     *
     * @param wholeTexts whether it only matches whole texts, and is not searched for at every place of one
     */
    record Used(String file, boolean wholeTexts, String regex, int flags) {
        Pattern pattern() {
            return Pattern.compile(regex, flags);
        }
    }

    static List<Used> read(Path root) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(root)) {
            var sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var found = new ArrayList<Used>();
            for (var unit : task.parse()) {
                var file =
                        root.relativize(Path.of(unit.getSourceFile().getName())).toString();
                new Reader(file, unit.getSourceFile().getCharContent(true).toString(), found).scan(unit, null);
            }
            return found;
        }
    }

    /** Collects the regular expressions of one source file; constants come before their use, or they read as x. */
    private static final class Reader extends TreeScanner<Void, Void> {
        private final String file;
        private final String source;
        private final List<Used> found;
        private String constant = "";
        private final Map<String, ExpressionTree> constants = new HashMap<>();

        Reader(String file, String source, List<Used> found) {
            this.file = file;
            this.source = source;
            this.found = found;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            if (variable.getInitializer() != null) {
                constant = variable.getName().toString();
                constants.put(constant, variable.getInitializer());
            }
            return super.visitVariable(variable, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && !call.getArguments().isEmpty()
                    && isText(call.getArguments().getFirst())) {
                var method = select.getIdentifier().toString();
                boolean compiles = method.equals("compile")
                        && select.getExpression().toString().endsWith("Pattern");
                if (compiles
                        || List.of("matches", "replaceAll", "replaceFirst", "split")
                                .contains(method)) {
                    boolean wholeTexts = compiles ? matchesWholeTexts() : method.equals("matches");
                    var regex = fold(call.getArguments().getFirst(), 0);
                    found.add(new Used(file, wholeTexts, regex, compiles ? flags(call) : 0));
                }
            }
            return super.visitMethodInvocation(call, none);
        }

        /** Returns whether every matcher of the constant is asked for the whole text, as far as the source shows. */
        private boolean matchesWholeTexts() {
            var matcher = "\\b" + constant + "\\s*\\.matcher\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)";
            int all = count("\\b" + constant + "\\b");
            return all > 1 && all - 1 == count(matcher + "\\s*\\.matches\\(\\)");
        }

        private int count(String regex) {
            return (int) Pattern.compile(regex).matcher(source).results().count();
        }

        private static boolean isText(ExpressionTree argument) {
            return argument instanceof BinaryTree
                    || argument instanceof IdentifierTree
                    || argument instanceof LiteralTree literal && literal.getKind() == Tree.Kind.STRING_LITERAL;
        }

        private static int flags(MethodInvocationTree call) {
            var named = call.getArguments().toString();
            return call.getArguments().size() < 2
                    ? 0
                    : FLAGS.entrySet().stream()
                            .filter(flag -> named.contains("Pattern." + flag.getKey()))
                            .mapToInt(Map.Entry::getValue)
                            .sum();
        }

        private String fold(ExpressionTree part, int depth) {
            return switch (part) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> fold(inner.getExpression(), depth);
                case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS ->
                    fold(sum.getLeftOperand(), depth) + fold(sum.getRightOperand(), depth);
                case IdentifierTree name
                when depth < 5 && constants.containsKey(name.getName().toString()) ->
                    fold(constants.get(name.getName().toString()), depth + 1);
                default -> "x";
            };
        }
    }
}
