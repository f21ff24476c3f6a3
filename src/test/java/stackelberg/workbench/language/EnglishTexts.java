package stackelberg.workbench.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import stackelberg.engine.Chart;

/**
 * Every text that the window may show, read from the sources: what it says itself, what games,
 * followers and runs say, what parameters are called, what the samples, the course and the tours
 * are about. A value that is put in between is a place, {@code {0}}, {@code {1}}, ….
 */
final class EnglishTexts {
    private static final Path SOURCES = Path.of("src/main/java/stackelberg");

    /** The command line and the benchmarks speak English to people and to scripts. */
    private static final List<String> ROOMS =
            List.of(
                    "workbench",
                    "parameter",
                    "game",
                    "follower",
                    "pomdp",
                    "oracle",
                    "leader",
                    "engine",
                    "scenario",
                    "study",
                    "network");

    /** Calls whose words are for machines: names of files, threads, styles, patterns. */
    private static final Set<String> FOR_MACHINES =
            Set.of(
                    "setId",
                    "getPseudoClass",
                    "setStyle",
                    "lookup",
                    "getResource",
                    "getResourceAsStream",
                    "ofPattern",
                    "FontIcon",
                    "resolve",
                    "resolveSibling",
                    "endsWith",
                    "startsWith",
                    "equals",
                    "contains",
                    "replace",
                    "replaceAll",
                    "replaceFirst",
                    "split",
                    "matches",
                    "indexOf",
                    "lastIndexOf",
                    "getProperty",
                    "getenv",
                    "debug",
                    "info",
                    "warn",
                    "error",
                    "requireNonNull",
                    "Thread",
                    "thread",
                    "BehindWriter",
                    "compile",
                    "at",
                    "second",
                    "valueOf",
                    "path",
                    "get",
                    "has",
                    "put",
                    "with",
                    "remove",
                    "keyCombination",
                    "getLogger",
                    "DecimalFormat",
                    "createDocument",
                    "newExpression",
                    "record",
                    "IllegalStateException",
                    "UnsupportedOperationException",
                    "UncheckedIOException",
                    "CancellationException",
                    "LineUnavailableException",
                    "NoSuchElementException",
                    "AssertionError");

    /** Where a single small word is for a person, too. */
    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "enum",
                    "return",
                    "diagnostics#0",
                    "Measurement#1",
                    "Curve#0",
                    "end#0",
                    "MechanismSheet#0",
                    "MechanismTree#0",
                    "ofNumbers#0",
                    "numbered#0",
                    "check#1",
                    "unknown#1",
                    "checkTarget#2",
                    "Axis#0",
                    "members#2",
                    "members#3",
                    "study#1");

    /** Files that write what another program reads. */
    private static final Set<String> WRITERS =
            Set.of(
                    "ApplicationIcon.java",
                    "Theme.java",
                    "Latex.java",
                    "Figure.java",
                    "ChartExport.java",
                    "UserFolders.java",
                    "Retelling.java",
                    "Bundle.java",
                    "Language.java",
                    "WindowLauncher.java",
                    "GambitFile.java",
                    "JsonText.java",
                    "ParameterReference.java",
                    "ScenarioSchema.java",
                    "TensorBoardEvents.java",
                    "ProgramVersion.java",
                    "Services.java",
                    "StudyReport.java",
                    "VectorModule.java");

    private static final Set<String> TOLD =
            Set.of("label", "help", "unit", "rows", "columns", "title", "about");

    private final Set<String> texts = new TreeSet<>();

    private EnglishTexts() {}

    static Set<String> all() throws IOException {
        EnglishTexts texts = new EnglishTexts();
        for (String room : ROOMS) {
            for (Path file : files(SOURCES.resolve(room), ".java")) {
                texts.source(file);
            }
        }
        texts.documents();
        return texts.texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private void source(Path file) throws IOException {
        CompilationUnit unit =
                new JavaParser(
                                new ParserConfiguration()
                                        .setLanguageLevel(
                                                ParserConfiguration.LanguageLevel.JAVA_17))
                        .parse(Files.readString(file))
                        .getResult()
                        .orElseThrow();
        boolean writer = WRITERS.contains(String.valueOf(file.getFileName()));
        unit.walk(
                node -> {
                    if (node instanceof Expression expression && whole(expression)) {
                        String text = text(expression);
                        String context = context(expression);
                        boolean told = context.startsWith("annotation ");
                        if (told
                                ? TOLD.contains(context.substring("annotation ".length()))
                                        && !text.isBlank()
                                : context.equals("tr#0")
                                        || (!writer
                                                && (prose(text)
                                                        ? forPeople(context)
                                                        : text.matches("[a-z]{3,}")
                                                                && SMALL_WORDS.contains(
                                                                        context)))) {
                            texts.add(text);
                        }
                    }
                });
    }

    /** Whether it is a text, and not a part of one. */
    private static boolean whole(Expression expression) {
        if (!(expression instanceof StringLiteralExpr) && !chain(expression)) {
            return false;
        }
        Optional<Node> up = expression.getParentNode();
        while (up.isPresent() && up.get() instanceof EnclosedExpr) {
            up = up.get().getParentNode();
        }
        return up.isEmpty() || !(up.get() instanceof Expression parent && chain(parent));
    }

    /** Whether it puts a text together. */
    private static boolean chain(Expression expression) {
        return expression instanceof BinaryExpr sum
                && sum.getOperator() == BinaryExpr.Operator.PLUS
                && links(sum).stream().anyMatch(StringLiteralExpr.class::isInstance);
    }

    private static List<Expression> links(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed
                && enclosed.getInner() instanceof BinaryExpr) {
            return links(enclosed.getInner());
        }
        if (expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            List<Expression> links = new ArrayList<>(links(sum.getLeft()));
            links.addAll(links(sum.getRight()));
            return links;
        }
        return List.of(expression);
    }

    private static void flatten(Expression expression, List<Expression> into) {
        Expression inner =
                expression instanceof EnclosedExpr enclosed ? enclosed.getInner() : expression;
        if (chain(inner)) {
            flatten(((BinaryExpr) inner).getLeft(), into);
            flatten(((BinaryExpr) inner).getRight(), into);
        } else {
            into.add(expression);
        }
    }

    private static String text(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        flatten(expression, parts);
        StringBuilder text = new StringBuilder();
        int places = 0;
        for (Expression part : parts) {
            if (part instanceof StringLiteralExpr literal) {
                text.append(literal.asString());
            } else {
                text.append('{').append(places++).append('}');
            }
        }
        return text.toString();
    }

    /** Whether these are words for a person: some with a space, or one with a capital. */
    private static boolean prose(String text) {
        if (text.matches("(?s)[\\w.{}/-]+\\.\\w+|[\\w-]+,[\\w,-]+\\n?|--.*|META-INF.*|-fx-.*")) {
            return false;
        }
        return text.matches("(?s).*[a-z]{2,}[ :,.].*|.*[ \n][a-z]{2,}.*|\\P{L}*[A-Z][a-z]+.*");
    }

    private static boolean forPeople(String context) {
        String call = context.replaceAll("#.*", "");
        return !FOR_MACHINES.contains(call)
                && !context.equals("case")
                && !context.matches("Command#[023]")
                && !context.matches("Kind#[1-9]");
    }

    /** What it is handed to: a call and the number of the argument, a member of an annotation. */
    private static String context(Node node) {
        Node child = node;
        Optional<Node> up = node.getParentNode();
        while (up.isPresent()) {
            Node parent = up.get();
            if (parent instanceof MethodCallExpr call && call.getArguments().contains(child)) {
                boolean reported =
                        call.getScope().map(Object::toString).orElse("").equals("diagnostics");
                return (reported ? "diagnostics" : call.getNameAsString())
                        + "#"
                        + place(call.getArguments(), child);
            } else if (parent instanceof ObjectCreationExpr made
                    && made.getArguments().contains(child)) {
                return made.getType().getNameAsString() + "#" + place(made.getArguments(), child);
            } else if (parent instanceof MemberValuePair pair
                    && pair.getParentNode().orElseThrow() instanceof NormalAnnotationExpr one) {
                boolean ours = Set.of("Parameter", "Registered").contains(one.getNameAsString());
                return "annotation " + (ours ? pair.getNameAsString() : "");
            } else if (parent instanceof AnnotationExpr) {
                return "annotation ";
            } else if (parent instanceof SwitchEntry entry && entry.getLabels().contains(child)) {
                return "case";
            } else if (parent instanceof EnumConstantDeclaration) {
                return "enum";
            } else if (parent instanceof ReturnStmt) {
                return "return";
            } else if (parent instanceof Statement || parent instanceof BodyDeclaration) {
                return "";
            }
            child = parent;
            up = parent.getParentNode();
        }
        return "";
    }

    private static int place(List<Expression> arguments, Node child) {
        for (int k = 0; k < arguments.size(); k++) {
            if (arguments.get(k) == child) {
                return k;
            }
        }
        return -1;
    }

    private void documents() throws IOException {
        for (Chart chart : Chart.values()) {
            // What a button has room for.
            String last = chart.title().substring(chart.title().lastIndexOf(' ') + 1);
            texts.add(last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1));
        }
        ObjectMapper json = new ObjectMapper();
        Path resources = Path.of("src/main/resources/stackelberg/workbench");
        for (JsonNode tour : json.readTree(resources.resolve("tours.json").toFile())) {
            add(tour, "title");
            tour.path("steps").forEach(step -> add(step, "words"));
        }
        everywhere(json.readTree(resources.resolve("course.json").toFile()), "title", "about");
        for (Path file : files(Path.of("sample-scenarios"), ".json")) {
            JsonNode sample = json.readTree(file.toFile());
            add(sample, "title");
            add(sample, "question");
            add(sample, "expected");
            sample.path("claims").forEach(claim -> add(claim, "says"));
            for (JsonNode axis : sample.path("axes")) {
                add(axis, "name");
                // Those that are words, not numbers or short for something.
                for (JsonNode level : axis.path("variants")) {
                    if (level.path("name").asText().matches("[a-z ]+")) {
                        add(level, "name");
                    }
                }
            }
        }
    }

    private void everywhere(JsonNode node, String... fields) {
        for (String field : fields) {
            add(node, field);
        }
        node.forEach(child -> everywhere(child, fields));
    }

    private void add(JsonNode node, String field) {
        if (node.path(field).isTextual() && !node.path(field).asText().isBlank()) {
            texts.add(node.path(field).asText());
        }
    }
}
