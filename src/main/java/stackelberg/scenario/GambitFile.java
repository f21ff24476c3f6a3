package stackelberg.scenario;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stackelberg.game.Commitment;
import stackelberg.game.GameFamily;
import stackelberg.game.NormalForm;
import stackelberg.game.OrdinalGame;
import stackelberg.parameter.Table;

/**
 * Games in the strategic form that Gambit writes ({@code .nfg}, both its payoff and its outcome
 * version). Player 1 becomes the leader, the others the followers. Source: McKelvey, McLennan and
 * Turocy, Gambit: software tools for game theory, "File formats".
 */
public final class GambitFile {
    /** The largest file that is read, in bytes. */
    static final int LARGEST = 1 << 22;

    /** More cells than that no table holds. */
    private static final long MOST_CELLS = 100_000;

    private GambitFile() {}

    /** Whether a file's name says that it is one. */
    public static boolean looksLikeOne(Path file) {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".nfg");
    }

    /**
     * A scenario with the game of a file, mixtures allowed, everything else automatic.
     *
     * @throws IOException with a message for a person, the line included, if it cannot be read
     */
    public static Scenario read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it has more than " + LARGEST / (1 << 20) + " MB");
            }
            return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /**
     * The same of a text.
     *
     * @throws IOException with a message for a person, the line included, if it is not in the form
     */
    public static Scenario read(String text) throws IOException {
        Tokens tokens = new Tokens(text.startsWith("\ufeff") ? text.substring(1) : text);
        tokens.word("NFG");
        tokens.word("1");
        String kind = tokens.next();
        if (!kind.equals("R") && !kind.equals("D")) {
            throw tokens.fault("\"" + kind + "\" stands where R or D is expected");
        }
        String title = tokens.quoted();
        int players = names(tokens).size();
        int[] counts = strategies(tokens);
        if (counts.length != players) {
            throw tokens.fault(
                    players + " players are named, but " + counts.length + " have strategies");
        } else if (players < 2) {
            throw tokens.fault("it has one player only; a leader needs a follower");
        }
        long cells = 1;
        for (int count : counts) {
            cells *= count;
            if (cells > MOST_CELLS) {
                throw tokens.fault("it has more than " + MOST_CELLS + " cells");
            }
        }
        if (tokens.peek().startsWith("\"")) {
            tokens.quoted();
        }
        double[][] payoffs =
                tokens.peek().equals("{")
                        ? outcomes(tokens, players, (int) cells)
                        : payoffs(tokens, players, (int) cells);
        if (!tokens.peek().isEmpty()) {
            throw tokens.fault("\"" + tokens.peek() + "\" stands where the file should end");
        }
        return scenario(title, counts, payoffs);
    }

    private static List<String> names(Tokens tokens) throws IOException {
        List<String> names = new ArrayList<>();
        tokens.word("{");
        while (!tokens.peek().equals("}")) {
            names.add(tokens.quoted());
        }
        tokens.word("}");
        return names;
    }

    /** Numbers of strategies, or lists of their names. */
    private static int[] strategies(Tokens tokens) throws IOException {
        List<Integer> counts = new ArrayList<>();
        tokens.word("{");
        while (!tokens.peek().equals("}")) {
            int count = tokens.peek().equals("{") ? names(tokens).size() : tokens.whole(MOST_CELLS);
            if (count < 1) {
                throw tokens.fault("player " + (counts.size() + 1) + " has no strategy");
            }
            counts.add(count);
        }
        tokens.word("}");
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[][] payoffs(Tokens tokens, int players, int cells) throws IOException {
        double[][] payoffs = new double[cells][players];
        for (double[] cell : payoffs) {
            for (int player = 0; player < players; player++) {
                cell[player] = tokens.number();
            }
        }
        return payoffs;
    }

    private static double[][] outcomes(Tokens tokens, int players, int cells) throws IOException {
        List<double[]> outcomes = new ArrayList<>();
        // Outcome 0 is that nothing is earned.
        outcomes.add(new double[players]);
        tokens.word("{");
        while (!tokens.peek().equals("}")) {
            tokens.word("{");
            tokens.quoted();
            double[] payoffs = new double[players];
            for (int player = 0; player < players; player++) {
                payoffs[player] = tokens.number();
            }
            tokens.word("}");
            outcomes.add(payoffs);
        }
        tokens.word("}");
        double[][] payoffs = new double[cells][];
        for (int cell = 0; cell < cells; cell++) {
            payoffs[cell] = outcomes.get(tokens.whole(outcomes.size() - 1L)).clone();
        }
        return payoffs;
    }

    /** In the file the first player's strategy changes fastest, in a table the last's. */
    private static Scenario scenario(String title, int[] counts, double[][] payoffs)
            throws IOException {
        int rows = counts[0];
        int columns = payoffs.length / rows;
        double[][][] cells = new double[rows][columns][];
        for (int k = 0; k < payoffs.length; k++) {
            int rest = k / rows;
            int column = 0;
            int stride = columns;
            for (int player = 1; player < counts.length; player++) {
                stride /= counts[player];
                column += rest % counts[player] * stride;
                rest /= counts[player];
            }
            cells[k % rows][column] = payoffs[k];
        }
        List<Integer> followers =
                counts.length == 2 ? List.of() : Arrays.stream(counts).skip(1).boxed().toList();
        Scenario usual = new Scenario();
        String name = title.isBlank() ? "From Gambit" : title.strip();
        return new Scenario(
                        brief(name),
                        "",
                        new NormalForm(Table.of(cells), Commitment.RANDOMISED, followers),
                        usual.followers(),
                        usual.leader(),
                        usual.episode(),
                        usual.budget(),
                        "1-5")
                .automatic();
    }

    /** A title of at most 80 characters, none of which is cut in two. */
    private static String brief(String title) {
        if (title.length() <= 80) {
            return title;
        }
        return title.substring(0, Character.isHighSurrogate(title.charAt(79)) ? 79 : 80);
    }

    /** Whether a game can be written in this form. */
    public static boolean canHold(GameFamily game) {
        return game instanceof NormalForm || game instanceof OrdinalGame;
    }

    /**
     * The text of a game that {@link #canHold} accepts, in the payoff version. What is lost is
     * whether the leader may mix.
     */
    public static String write(String title, GameFamily game) {
        Table table =
                game instanceof OrdinalGame ordinal
                        ? ordinal.game().payoffs()
                        : ((NormalForm) game).payoffs();
        List<Integer> followers =
                game instanceof NormalForm form && !form.followerActions().isEmpty()
                        ? form.followerActions()
                        : List.of(table.columns());
        StringBuilder text = new StringBuilder("NFG 1 R \"");
        text.append(title.replace("\\", "\\\\").replace("\"", "\\\"")).append("\" { \"Leader\"");
        for (int i = 0; i < followers.size(); i++) {
            text.append(" \"Follower").append(followers.size() == 1 ? "" : " " + (i + 1));
            text.append('"');
        }
        text.append(" } { ").append(table.rows());
        followers.forEach(count -> text.append(' ').append(count));
        text.append(" }\n\n");
        int profiles = table.rows() * table.columns();
        for (int k = 0; k < profiles; k++) {
            int rest = k / table.rows();
            int column = 0;
            int stride = table.columns();
            for (int count : followers) {
                stride /= count;
                column += rest % count * stride;
                rest /= count;
            }
            for (int player = 0; player < table.width(); player++) {
                text.append(k + player == 0 ? "" : " ");
                text.append(number(table.at(k % table.rows(), column, player)));
            }
        }
        return text.append('\n').toString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** What stands between blanks; braces stand alone, quoted text is one piece. */
    private static final class Tokens {
        private final String text;
        private int at;
        private String ahead;

        Tokens(String text) throws IOException {
            this.text = text;
            this.ahead = read();
        }

        String peek() {
            return ahead;
        }

        String next() throws IOException {
            String token = ahead;
            ahead = read();
            return token;
        }

        void word(String expected) throws IOException {
            if (!ahead.equals(expected)) {
                throw fault(
                        (ahead.isEmpty() ? "The file ends" : "\"" + brief(ahead) + "\" stands")
                                + " where "
                                + expected
                                + " is expected");
            }
            next();
        }

        String quoted() throws IOException {
            if (!ahead.startsWith("\"")) {
                throw fault("A name in double quotes is expected");
            }
            String token = next();
            return token.substring(1, token.length() - 1);
        }

        int whole(long most) throws IOException {
            String token = ahead;
            if (!token.matches("\\d{1,9}") || Long.parseLong(token) > most) {
                throw fault("A whole number from 0 to " + most + " is expected");
            }
            next();
            return Integer.parseInt(token);
        }

        /** A decimal, or a fraction such as 1/3. */
        double number() throws IOException {
            String token = ahead;
            String[] parts = token.split("/", -1);
            try {
                BigDecimal number = decimal(parts[0]);
                if (parts.length == 2) {
                    number = number.divide(decimal(parts[1]), MathContext.DECIMAL64);
                } else if (parts.length > 2) {
                    throw new NumberFormatException("two strokes");
                }
                double value = number.doubleValue();
                if (Double.isInfinite(value)) {
                    throw new NumberFormatException("too large");
                }
                next();
                return value;
            } catch (ArithmeticException | NumberFormatException e) {
                throw fault(
                        token.isEmpty()
                                ? "The file ends where a payoff is expected"
                                : "\"" + brief(token) + "\" is no payoff");
            }
        }

        private static BigDecimal decimal(String digits) {
            if (digits.length() > 40 || digits.matches(".*[eE][+-]?\\d{4,}")) {
                throw new NumberFormatException("too long");
            }
            return new BigDecimal(digits);
        }

        private static String brief(String token) {
            return token.length() > 30 ? token.substring(0, 30) + "…" : token;
        }

        IOException fault(String what) {
            long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            return new IOException("line " + line + ": " + what);
        }

        private String read() throws IOException {
            while (at < text.length() && blank(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                return "";
            }
            int from = at;
            char first = text.charAt(at);
            if (first == '{' || first == '}') {
                at++;
                return String.valueOf(first);
            } else if (first == '"') {
                return quotation();
            }
            while (at < text.length()
                    && !blank(text.charAt(at))
                    && "{}\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }

        /** Commas may stand between the payoffs of an outcome. */
        private static boolean blank(char c) {
            return Character.isWhitespace(c) || c == ',';
        }

        private String quotation() throws IOException {
            StringBuilder name = new StringBuilder("\"");
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '\\' && at + 1 < text.length()) {
                    name.append(text.charAt(++at));
                } else if (c == '"') {
                    at++;
                    return name.append('"').toString();
                } else {
                    name.append(c);
                }
            }
            throw fault("A name in double quotes does not end");
        }
    }
}
