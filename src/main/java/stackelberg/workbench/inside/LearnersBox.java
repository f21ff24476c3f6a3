package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Steering;
import stackelberg.engine.WhatIf;
import stackelberg.follower.FollowerModel;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.WatchedRun;

/** How followers are to learn who respond to a run's mechanism: as they did, or by other models. */
final class LearnersBox extends VBox {
    /** As the scenario has them. */
    private static final String OWN = "as in the scenario";

    private final NewestWork fitting = new NewestWork();
    private final ChoiceBox<String> learners = new ChoiceBox<>();

    /** Other models that fit the game, by what they are called. */
    private Map<String, FollowerModel> others = Map.of();

    private @Nullable WatchedRun run;

    /**
     * @param id of the list
     */
    LearnersBox(String id) {
        super(4);
        Label label = new Label(tr("Followers"));
        learners.setId(id);
        learners.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String model) {
                        return model == null ? "" : tr(model);
                    }

                    @Override
                    public String fromString(String words) {
                        throw new UnsupportedOperationException("the box is not editable");
                    }
                });
        learners.setAccessibleText(tr("How the followers learn"));
        learners.setMaxWidth(Double.MAX_VALUE);
        label.setLabelFor(learners);
        getChildren().addAll(label, learners);
    }

    /**
     * Offers what fits the game of a run: at once its own model, a moment later others.
     *
     * @param trouble takes a sentence if these cannot be found out
     */
    void offer(WatchedRun shown, Consumer<String> trouble) {
        run = shown;
        others = Map.of();
        learners.getItems().setAll(OWN);
        learners.getSelectionModel().selectFirst();
        Scenario scenario = shown.experiment().scenario();
        fitting.begin(
                () -> WhatIf.otherFollowers(scenario),
                found -> {
                    if (shown == run) {
                        others = found;
                        learners.getItems().addAll(found.keySet());
                    }
                },
                trouble);
    }

    /** The run's scenario as it stands now, with the followers that are chosen. */
    Scenario chosen(WatchedRun of) {
        Scenario now = Steering.after(of.latest().steerings(), of.experiment().scenario());
        FollowerModel other = others.get(learners.getValue());
        return other == null ? now : now.withFollowers(List.of(other));
    }
}
