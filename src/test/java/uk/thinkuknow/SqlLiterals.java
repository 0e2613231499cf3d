package uk.thinkuknow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Reads the string literals of Java sources; strings joined with {@code +} become one. */
final class SqlLiterals {
    private SqlLiterals() {}

    /** A string as the compiler would fold it, with a question mark for each part that is not constant. */
    record Text(String room, String type, long line, String value) {
        private static final Pattern SQL = Pattern.compile(
                "(?i)\\b(select|insert|update|delete|replace|join|where|exists|union|lock|truncate)\\b");

        /** Returns whether the text has a word of SQL; text for people, such as "from school", has none. */
        boolean isSql() {
            return SQL.matcher(value).find();
        }

        /** The source line of a character of the value, as far as line breaks tell. */
        long lineOf(int offset) {
            return line
                    + value.substring(0, offset).chars().filter(c -> c == '\n').count();
        }
    }

    static List<Text> read(Path root) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(root)) {
            var sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            var constants = new HashMap<String, ExpressionTree>();
            for (var unit : units) {
                var type = typeOf(unit);
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitVariable(VariableTree variable, Void none) {
                        if (variable.getInitializer() != null
                                && variable.getModifiers().toString().contains("final")) {
                            constants.put(type + "." + variable.getName(), variable.getInitializer());
                        }
                        return super.visitVariable(variable, none);
                    }
                }.scan(unit, null);
            }
            var found = new ArrayList<Text>();
            for (var unit : units) {
                new Reader(unit, Trees.instance(task), constants, found).scan(unit, null);
            }
            return found;
        }
    }

    private static String typeOf(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().getName()).getFileName().toString().replace(".java", "");
    }

    /** Collects the strings of one source file. */
    private static final class Reader extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Map<String, ExpressionTree> constants;
        private final List<Text> found;

        Reader(CompilationUnitTree unit, Trees trees, Map<String, ExpressionTree> constants, List<Text> found) {
            this.unit = unit;
            this.trees = trees;
            this.constants = constants;
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String value) {
                add(literal, value);
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            if (sum.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(sum, none);
            }
            add(sum, fold(sum, typeOf(unit), 0));
            // calls inside the sum have strings of their own
            visitParts(sum);
            return null;
        }

        private void visitParts(ExpressionTree part) {
            if (part instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                visitParts(sum.getLeftOperand());
                visitParts(sum.getRightOperand());
            } else if (!(part instanceof LiteralTree)) {
                scan(part, null);
            }
        }

        private String fold(ExpressionTree part, String type, int depth) {
            return switch (part) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> fold(inner.getExpression(), type, depth);
                case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS ->
                    fold(sum.getLeftOperand(), type, depth) + fold(sum.getRightOperand(), type, depth);
                case IdentifierTree name -> constant(type, name.getName().toString(), depth);
                case MemberSelectTree member ->
                    constant(
                            member.getExpression().toString(),
                            member.getIdentifier().toString(),
                            depth);
                default -> "?";
            };
        }

        private String constant(String type, String name, int depth) {
            var value = constants.get(type + "." + name);
            return value == null || depth > 5 ? "?" : fold(value, type, depth + 1);
        }

        private void add(Tree tree, String value) {
            var position = trees.getSourcePositions().getStartPosition(unit, tree);
            var packageName = String.valueOf(unit.getPackageName());
            var room = packageName.replaceFirst("^uk\\.thinkuknow\\.?", "");
            found.add(new Text(room, typeOf(unit), unit.getLineMap().getLineNumber(position), value));
        }
    }
}
