package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.PlayEvent;
import stackelberg.pomdp.Counterfactual;
import stackelberg.pomdp.PlayMade;
import stackelberg.pomdp.Transcript;
import stackelberg.pomdp.Transcript.Followed;
import stackelberg.pomdp.Transcript.Led;
import stackelberg.pomdp.Transcript.Move;
import stackelberg.workbench.session.Numbers;

/**
 * One play that the leader's policy and the followers' response have made, told event by event: who
 * was there, what everyone did and what it brought.
 */
final class PlayStory {
    /** Events beyond which a play is not told. */
    private static final int MOST = 200;

    /** More other actions than these nobody wants to hear about. */
    private static final int MOST_OTHERS = 4;

    private final BaseGame game;
    private final List<PlayEvent> events = new ArrayList<>();

    private final double[][] policy;

    /** The followers' response. */
    private final double[][][] strategies;

    /** Which of the followers' turns is told, from 0. */
    private int turn;

    /** Whether the followers still learn, and have no response yet. */
    private final boolean learning;

    private PlayStory(BaseGame game, double[][] policy, double[][][] strategies, boolean learning) {
        this.game = game;
        this.policy = policy;
        this.strategies = strategies;
        this.learning = learning;
    }

    /**
     * Tells a play that was made, and what it would have brought had a follower done otherwise.
     *
     * @param policy {@code [leader observation]}: what the leader does; empty if that is not known,
     *     and then nothing is said of what would have been
     * @param strategies the followers' response, as {@link stackelberg.pomdp.Evaluation#strategies}
     *     has it
     */
    static List<PlayEvent> tell(
            BaseGame game, Transcript transcript, double[][] policy, double[][][] strategies) {
        PlayStory story = new PlayStory(game, policy, strategies, false);
        story.play(transcript);
        return List.copyOf(story.events);
    }

    /**
     * Tells a play of the training. Nothing is said of what would have been: how the leader
     * explores elsewhere is not known.
     */
    static List<PlayEvent> tell(BaseGame game, PlayMade made) {
        PlayStory story =
                new PlayStory(game, new double[0][], new double[0][][], !made.rewardPhase());
        story.phase(made);
        story.play(made.transcript());
        return List.copyOf(story.events);
    }

    private void phase(PlayMade made) {
        String counts =
                made.weight() > 0
                        ? tr("It counts {0} in the leader's reward.", Numbers.shown(made.weight()))
                        : tr("The leader earns nothing in it.");
        if (made.rewardPhase()) {
            tell(
                    tr("Reward phase"),
                    tr(
                            "Play {0}: the followers play their response, frozen. {1}",
                            made.number(), counts));
        } else {
            tell(
                    tr("Response phase"),
                    tr(
                            "Play {0} of {1}: the followers learn from it. {2}",
                            made.number(), made.most(), counts));
        }
    }

    private void play(Transcript transcript) {
        nature(transcript.types());
        Play play = game.newPlay();
        play.stand(transcript.standing());
        play.begin(transcript.types());
        for (Move move : transcript.moves()) {
            boolean told = events.size() <= MOST;
            if (move instanceof Followed followed) {
                if (told) {
                    followers(followed, transcript);
                }
                play.followersAct(followed.actions());
                turn++;
            } else if (move instanceof Led led) {
                play.leaderActs(led.action());
                if (told) {
                    events.addAll(game.chosen(led.observation(), meaning(led)));
                    events.addAll(play.told());
                }
            }
        }
        if (events.size() > MOST) {
            tell("…", tr("The rest of this long play is left out."));
        }
        end(play);
    }

    private double[] meaning(Led led) {
        return game.meaning(led.observation(), led.action());
    }

    private void nature(int[] types) {
        if (game.prior().size() == 1) {
            return;
        }
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            drawn.add(tr(game.followerName(i)) + " " + tr(game.typeName(i, types[i])));
        }
        tell(
                tr("Types"),
                tr(
                        "Nature draws the types: {0} (probability {1}). The leader does not see"
                                + " them.",
                        String.join(", ", drawn), Numbers.shown(probability(types))));
    }

    private double probability(int[] types) {
        for (int profile = 0; profile < game.prior().size(); profile++) {
            if (Arrays.equals(game.prior().profile(profile), types)) {
                return game.prior().probability(profile);
            }
        }
        return 0;
    }

    private void followers(Followed followed, Transcript transcript) {
        for (int i = 0; i < game.followers(); i++) {
            if (game.actions(i) > 1) {
                tell(game.actionKind(), chosen(followed, transcript, i));
            }
        }
    }

    private String chosen(Followed followed, Transcript transcript, int i) {
        String who = capital(tr(game.followerName(i)));
        String what = game.actionName(i, followed.actions()[i]);
        String probability = Numbers.shown(followed.probabilities()[i]);
        return learning
                ? tr(
                        "{0} tries {1}, which its strategy would take with probability {2}.",
                        who, what, probability)
                : tr(
                        "{0} chooses {1}, which its response takes with probability {2}.{3}",
                        who, what, probability, otherwise(transcript, i, followed.actions()[i]));
    }

    /** What it would have got by each of its other actions. */
    private String otherwise(Transcript transcript, int follower, int chosen) {
        if (policy.length == 0) {
            return "";
        }
        Optional<Counterfactual> real = had(transcript, follower, chosen);
        if (real.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        int count = Math.min(game.actions(follower), MOST_OTHERS + 1);
        for (int action = 0; action < count; action++) {
            Optional<Counterfactual> other = had(transcript, follower, action);
            if (action != chosen && other.isPresent()) {
                words.append(words.isEmpty() ? tr(" Had it chosen ") : tr("; with "))
                        .append(tr(game.actionName(follower, action)))
                        .append(amount(real.get(), other.get()));
            }
        }
        return words.isEmpty() ? "" : words + ".";
    }

    private Optional<Counterfactual> had(Transcript transcript, int follower, int action) {
        return Counterfactual.of(
                game, transcript, seen -> policy[seen], strategies, turn, follower, action);
    }

    private static String amount(Counterfactual real, Counterfactual other) {
        double gain = other.payoff() - real.payoff();
        boolean expected = real.expected() || other.expected();
        if (Math.abs(gain) < 1e-9) {
            return expected
                    ? tr(", it could have expected the same")
                    : tr(", it would have got the same");
        }
        String much = Numbers.shown(Math.abs(gain));
        String direction = gain > 0 ? tr(" more") : tr(" less");
        return expected
                ? tr(", it could have expected {0}{1}", much, direction)
                : tr(", it would have got {0}{1}", much, direction);
    }

    private void end(Play play) {
        List<String> payoffs = new ArrayList<>();
        for (int i = 0; i < game.followers(); i++) {
            payoffs.add(tr("{0} gets {1}", game.followerName(i), Numbers.shown(play.payoff(i))));
        }
        tell(
                tr("End"),
                tr(
                        "The play is over: the leader earns {0}, {1}.",
                        Numbers.shown(play.leaderReward()), String.join(", ", payoffs)));
    }

    private void tell(String kind, String words) {
        events.add(new PlayEvent(kind, words));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
