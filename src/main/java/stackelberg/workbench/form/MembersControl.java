package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import stackelberg.parameter.Declared;
import stackelberg.workbench.session.ParameterPath;

/**
 * Members of a family, one for all followers or one for each. What the program can settle of them
 * is apart from the rest.
 */
final class MembersControl implements ParameterControl {
    private final Declared parameter;
    private final ParameterPath path;
    private final FormContext context;
    private final ToggleButton shared = new ToggleButton(tr("One for all"));
    private final ToggleButton own = new ToggleButton(tr("One for each"));
    private final HBox switching = new HBox(shared, own);
    private final VBox list = new VBox(8);
    private final VBox settings = new VBox(8);
    private final List<MemberControl> members = new ArrayList<>();
    private final FieldFrame frame;
    private List<Object> shown = List.of();

    MembersControl(Declared parameter, ParameterPath path, FormContext context) {
        this.parameter = parameter;
        this.path = path;
        this.context = context;
        ToggleGroup group = new ToggleGroup();
        shared.setToggleGroup(group);
        own.setToggleGroup(group);
        shared.getStyleClass().addAll("left-pill", "small");
        own.getStyleClass().addAll("right-pill", "small");
        shared.setId(FieldFrame.id(path) + "-shared");
        own.setId(FieldFrame.id(path) + "-own");
        shared.setOnAction(e -> resize(1));
        own.setOnAction(e -> resize(context.editor().followerCount()));
        frame = FieldFrame.bare(new VBox(8, switching, list));
        context.register(path, frame);
    }

    private void resize(int count) {
        List<Object> values = new ArrayList<>(shown);
        while (values.size() > count) {
            values.remove(values.size() - 1);
        }
        values.addAll(Collections.nCopies(count - values.size(), shown.get(shown.size() - 1)));
        context.editor().seal();
        context.editor().edit(path, List.copyOf(values));
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public Optional<Node> settings() {
        return Optional.of(settings);
    }

    @Override
    public void show(Object value, boolean restore) {
        List<?> values = (List<?>) value;
        shown = List.copyOf(values);
        int followers = context.editor().followerCount();
        boolean several = followers > 1 || values.size() > 1;
        switching.setVisible(several);
        switching.setManaged(several);
        shared.setSelected(values.size() == 1);
        own.setSelected(values.size() == followers && followers > 1);
        if (members.size() != values.size()) {
            rebuild(values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            members.get(i).show(values.get(i), restore);
        }
    }

    private void rebuild(int size) {
        context.forgetBelow(path);
        members.clear();
        list.getChildren().clear();
        settings.getChildren().clear();
        for (int i = 0; i < size; i++) {
            MemberControl member =
                    new MemberControl(parameter, path.at(i), context, Declared::canBeAutomatic);
            members.add(member);
            if (size > 1) {
                list.getChildren().add(number(i));
                settings.getChildren().add(number(i));
            }
            list.getChildren().add(member.node());
            settings.getChildren().add(member.apart());
        }
    }

    private static Label number(int follower) {
        Label label = new Label(tr("Follower {0}", (follower + 1)));
        label.getStyleClass().add("follower-number");
        return label;
    }
}
