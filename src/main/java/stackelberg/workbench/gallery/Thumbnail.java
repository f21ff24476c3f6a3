package stackelberg.workbench.gallery;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFamily;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Table;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Theme;

/**
 * A small picture of a game, drawn from what every game declares: its tables as heat maps, and
 * beside several of them a dot for each follower action; without a table, who moves after whom:
 * types, follower actions, leader choices.
 */
final class Thumbnail {
    static final double WIDTH = 212;
    static final double HEIGHT = 96;
    private static final double ACTIONS = 24;
    private static final double GAP = 10;
    private static final int MOST_DOTS = 6;
    private static final int MOST_NUMBERS = 5;

    private Thumbnail() {}

    static Node of(GameFamily game, Theme theme) {
        Pane pane = new Pane();
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        pane.setMouseTransparent(true);
        List<Table> tables = tables((Record) game);
        if (tables.isEmpty()) {
            moves(game.assemble(), theme, pane);
        } else if (tables.size() == 1) {
            heatMap(tables.get(0), 0, WIDTH, HEIGHT, theme, pane);
        } else {
            double each = (WIDTH - ACTIONS) / tables.size();
            for (int i = 0; i < tables.size(); i++) {
                heatMap(tables.get(i), i * each, each - GAP, HEIGHT, theme, pane);
            }
            actions(game.assemble().actions(0), theme, pane);
        }
        return pane;
    }

    /** The first two tables that a game declares. */
    private static List<Table> tables(Record game) {
        return Declaration.of(game).parameters().stream()
                .filter(parameter -> parameter.kind() == Declared.Kind.TABLE)
                .map(parameter -> (Table) parameter.value(game))
                .limit(2)
                .toList();
    }

    /** A dot for each action of the first follower, at the right edge. */
    private static void actions(int count, Theme theme, Pane pane) {
        for (int dot = 0; dot < shown(count); dot++) {
            double y = HEIGHT * (dot + 1) / (shown(count) + 1);
            pane.getChildren().add(new Circle(WIDTH - ACTIONS / 2, y, 6, theme.line(1)));
        }
    }

    private static void heatMap(
            Table table, double left, double room, double roomDown, Theme theme, Pane pane) {
        double width = Math.min(64, room / table.columns());
        double height = Math.min(30, roomDown / table.rows());
        double x0 = left + (room - width * table.columns()) / 2;
        double y0 = (roomDown - height * table.rows()) / 2;
        double largest = Math.max(1e-12, table.largestMagnitude());
        boolean numbers = fits(table, width - 4);
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                double share = 0.85 * Math.max(0, table.at(row, column, 0)) / largest;
                double x = x0 + column * width;
                double y = y0 + row * height;
                Rectangle cell = new Rectangle(x + 1, y + 1, width - 2, height - 2);
                cell.setFill(theme.heat(share));
                cell.setStroke(theme.grid());
                cell.setArcWidth(4);
                cell.setArcHeight(4);
                pane.getChildren().add(cell);
                if (numbers) {
                    pane.getChildren().add(number(table, row, column, theme.onHeat(share), cell));
                }
            }
        }
    }

    private static boolean fits(Table table, double width) {
        if (table.rows() > MOST_NUMBERS || table.columns() > MOST_NUMBERS) {
            return false;
        }
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                if (text(table, row, column).getLayoutBounds().getWidth() > width) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Text number(Table table, int row, int column, Color colour, Rectangle cell) {
        Text text = text(table, row, column);
        text.setFill(colour);
        text.setX(cell.getX() + (cell.getWidth() - text.getLayoutBounds().getWidth()) / 2);
        text.setY(cell.getY() + cell.getHeight() / 2 + 4);
        return text;
    }

    private static Text text(Table table, int row, int column) {
        StringBuilder numbers = new StringBuilder();
        for (int entry = 0; entry < table.width(); entry++) {
            numbers.append(entry == 0 ? "" : ", ").append(brief(table.at(row, column, entry)));
        }
        Text text = new Text(numbers.toString());
        text.setFont(Font.font(12));
        return text;
    }

    private static String brief(double number) {
        return Numbers.shown(Math.rint(number * 100) / 100);
    }

    private static void moves(BaseGame game, Theme theme, Pane pane) {
        int types = game.prior().types(0);
        List<int[]> columns =
                List.of(
                        new int[] {types, 0},
                        new int[] {game.actions(0), 1},
                        new int[] {game.meaningNames().length, 2});
        List<String> names = List.of(tr("types"), tr("actions"), tr("leader"));
        for (int i = 0; i < columns.size(); i++) {
            double x = WIDTH * (1 + 2 * i) / 6;
            if (i > 0) {
                connect(columns.get(i - 1)[0], columns.get(i)[0], x - WIDTH / 3, x, theme, pane);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            double x = WIDTH * (1 + 2 * i) / 6;
            for (int dot = 0; dot < shown(columns.get(i)[0]); dot++) {
                pane.getChildren().add(new Circle(x, y(dot, columns.get(i)[0]), 6, theme.line(i)));
            }
            Text text = new Text(names.get(i));
            text.setFont(Font.font(11));
            text.setFill(theme.text());
            text.setX(x - text.getLayoutBounds().getWidth() / 2);
            text.setY(HEIGHT - 3);
            pane.getChildren().add(text);
        }
    }

    private static void connect(
            int from, int to, double left, double right, Theme theme, Pane pane) {
        for (int i = 0; i < shown(from); i++) {
            for (int j = 0; j < shown(to); j++) {
                Line line = new Line(left, y(i, from), right, y(j, to));
                line.setStroke(theme.grid());
                line.setStrokeWidth(1.5);
                pane.getChildren().add(line);
            }
        }
    }

    private static int shown(int count) {
        return Math.min(MOST_DOTS, count);
    }

    private static double y(int index, int count) {
        double room = HEIGHT - 20;
        return room * (index + 1) / (shown(count) + 1);
    }
}
