package stackelberg.follower;

import java.util.List;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.parameter.Faults;

/** The schedule of learners that act in every play as they please and learn from what it brings. */
final class PlayByPlay implements Schedule {
    static final PlayByPlay SCHEDULE = new PlayByPlay();

    private PlayByPlay() {}

    @Override
    public String words() {
        return "the plays that it makes itself";
    }

    @Override
    public long playsPerUpdate(BaseGame game) {
        return 1;
    }

    @Override
    public void check(List<FollowerModel> models, BaseGame game, Faults faults) {
        for (int i = 0; i < models.size(); i++) {
            QLearning model = (QLearning) models.get(i);
            double rows = Math.pow(joint(game), model.memory());
            double values = 0;
            for (int f = 0; f < game.followers(); f++) {
                double own = (double) game.prior().types(f) * game.followerObservations(f);
                values = Math.max(values, own * rows * game.actions(f));
                if (model.memory() > 0 && game.followerObservations(f) > 1) {
                    faults.at(i)
                            .at("memory")
                            .add(
                                    "the followers of this game act several times a play, and see"
                                            + " within the play what was done",
                                    "Choose 0");
                    return;
                }
            }
            if (values > QLearning.MOST_VALUES) {
                faults.at(i)
                        .at("memory")
                        .add(
                                String.format(
                                        java.util.Locale.ROOT,
                                        "a table would have %.3g values, more than %,d",
                                        values,
                                        QLearning.MOST_VALUES),
                                "Remember fewer plays, or give the game fewer actions");
            }
        }
    }

    private static double joint(BaseGame game) {
        double product = 1;
        for (int count : InducedGame.actionCounts(game)) {
            product *= count;
        }
        return product;
    }

    @Override
    public boolean carriesOver() {
        return true;
    }

    @Override
    public ResponseAlgorithm arrange(List<FollowerModel> models, BaseGame game, int plays) {
        QTable[] tables = new QTable[game.followers()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = new QTable((QLearning) Followers.model(models, i), game, i);
        }
        return new IndependentQLearning(game, tables, plays);
    }
}
