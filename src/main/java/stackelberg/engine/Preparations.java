package stackelberg.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import stackelberg.follower.Artefact;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.game.BaseGame;
import stackelberg.scenario.Scenario;

/** Trains what a scenario's followers need without training the leader. */
public final class Preparations {
    private Preparations() {}

    /**
     * Finds what is trained beside a scenario's file, or trains it and keeps it there.
     *
     * @param scenario without faults
     * @param progress told which share of the work is done
     * @param tell hears why a file was refused
     * @return {@code [follower]}: what was found; empty if nothing is to be trained
     */
    public static List<Artefact.Findings> beside(
            Path file, Scenario scenario, DoubleConsumer progress, Consumer<String> tell)
            throws IOException {
        List<FollowerModel> models = scenario.settled().followers();
        if (!Preparation.needed(models)) {
            return List.of();
        }
        BaseGame game = scenario.game().assemble();
        ArtefactShelf shelf = new ArtefactShelf(null, file, tell, () -> {});
        List<FollowerModel> ready = Preparation.ready(models, game, shelf, progress);
        List<Artefact.Findings> findings = new ArrayList<>();
        for (int i = 0; i < game.followers(); i++) {
            findings.add(Preparation.findings(ready, i));
        }
        return findings;
    }
}
