package stackelberg.workbench.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.PlayEvent;
import stackelberg.pomdp.Evaluation;
import stackelberg.workbench.session.Numbers;

/**
 * One play of the game under the learned mechanism and the followers' response to it, event by
 * event: types and follower actions are drawn, the leader does what its greedy policy says.
 */
final class PlayStory {
    /** Events beyond which a play is not told. */
    private static final int MOST = 200;

    private final BaseGame game;
    private final Evaluation evaluation;
    private final RandomGenerator random;
    private final List<PlayEvent> events = new ArrayList<>();

    private PlayStory(BaseGame game, Evaluation evaluation, RandomGenerator random) {
        this.game = game;
        this.evaluation = evaluation;
        this.random = random;
    }

    /** Plays once and tells it. */
    static List<PlayEvent> tell(BaseGame game, Evaluation evaluation, RandomGenerator random) {
        PlayStory story = new PlayStory(game, evaluation, random);
        story.play();
        return List.copyOf(story.events);
    }

    private void play() {
        int profile = game.prior().sample(random);
        int[] types = game.prior().profile(profile);
        nature(types, game.prior().probability(profile));
        Play play = game.newPlay();
        play.begin(types);
        for (Play.Turn turn = play.turn(); turn != Play.Turn.END; turn = play.turn()) {
            if (events.size() > MOST) {
                tell("…", "The rest of this long play is left out.");
                return;
            }
            if (turn == Play.Turn.FOLLOWERS) {
                play.followersAct(followers(types));
            } else {
                double[] action = leader(play.leaderObservation());
                if (action == null) {
                    tell(
                            "…",
                            "What the leader does then cannot be replayed from its mechanism"
                                    + " table.");
                    return;
                }
                play.leaderActs(action);
                events.addAll(play.told());
            }
        }
        end(play);
    }

    private void nature(int[] types, double probability) {
        if (game.prior().size() == 1) {
            return;
        }
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            drawn.add(game.followerName(i) + " " + game.typeName(i, types[i]));
        }
        tell(
                "Types",
                "Nature draws the types: "
                        + String.join(", ", drawn)
                        + " (probability "
                        + Numbers.shown(probability)
                        + "). The leader does not see them.");
    }

    private int[] followers(int[] types) {
        int[] actions = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            double[] strategy = evaluation.strategies()[i][types[i]];
            actions[i] = draw(strategy);
            if (strategy.length == 1) {
                continue;
            }
            tell(
                    game.actionKind(),
                    capital(game.followerName(i))
                            + " chooses "
                            + game.actionName(i, actions[i])
                            + ", which its response takes with probability "
                            + Numbers.shown(strategy[actions[i]])
                            + ".");
        }
        return actions;
    }

    private int draw(double[] strategy) {
        double u = random.nextDouble();
        for (int action = 0; action < strategy.length; action++) {
            u -= strategy[action];
            if (u < 0) {
                return action;
            }
        }
        return strategy.length - 1;
    }

    private double @Nullable [] leader(int observation) {
        double[] meaning = evaluation.mechanism()[observation];
        double[] action = action(observation, meaning);
        if (action == null) {
            return null;
        }
        events.addAll(game.chosen(observation, meaning));
        return action;
    }

    /** An action with this meaning; null if none can be told from it. */
    private double @Nullable [] action(int observation, double[] meaning) {
        if (game.leaderActions() instanceof ActionSpace.Discrete) {
            for (int k = 0; k < meaning.length; k++) {
                if (meaning[k] == 1) {
                    return new double[] {k};
                }
            }
            return null;
        }
        if (meaning.length != game.leaderActions().length()) {
            return null;
        }
        double[] again = game.meaning(observation, meaning.clone());
        for (int k = 0; k < meaning.length; k++) {
            if (Math.abs(again[k] - meaning[k]) > 1e-6) {
                return null;
            }
        }
        return meaning.clone();
    }

    private void end(Play play) {
        List<String> payoffs = new ArrayList<>();
        for (int i = 0; i < game.followers(); i++) {
            payoffs.add(game.followerName(i) + " gets " + Numbers.shown(play.payoff(i)));
        }
        tell(
                "End",
                "The play is over: the leader earns "
                        + Numbers.shown(play.leaderReward())
                        + ", "
                        + String.join(", ", payoffs)
                        + ".");
    }

    private void tell(String kind, String words) {
        events.add(new PlayEvent(kind, words));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
