package stackelberg.pomdp;

import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;

/**
 * Where an outer episode stands: its phase, how far that has come, and the play under way. Both
 * phases move it on, and a critic may see all of it.
 */
final class Situation {
    final BaseGame game;
    final Episode episode;
    final TypePrior prior;
    final Play play;

    /** The followers' types and joint action in the play under way. */
    final int[] types;

    final int[] actions;

    /** |A_i| of each follower. */
    final int[] actionCounts;

    boolean rewardPhase;
    int responsePlaysDone;

    /** Plays of a response phase of maximum length, further updates left out. */
    int responsePlays;

    /** The share of the reward phase still to come, the current play included. */
    double rewardLeft;

    /** All plays and leader transitions so far, of both phases. */
    long plays;

    long transitions;

    Situation(BaseGame game, Episode episode) {
        this.game = game;
        this.episode = episode;
        this.prior = game.prior();
        this.play = game.newPlay();
        this.types = new int[game.followers()];
        this.actions = new int[game.followers()];
        this.actionCounts = InducedGame.actionCounts(game);
    }

    /** Whether there is nothing to respond with, since no follower has a choice. */
    boolean withoutChoice() {
        return JointIndex.count(actionCounts) == 1;
    }

    /** The number of a leader observation in the game as the leader observes it. */
    int observed(int observation) {
        return time() * game.leaderObservations() + observation;
    }

    /** Which of the times that the leader tells apart it is; 0 if it tells none. */
    private int time() {
        if (rewardPhase) {
            return episode.times() - 1;
        }
        long done = Math.min(responsePlaysDone, responsePlays - 1L);
        return done <= 0 ? 0 : (int) (done * episode.periods() / responsePlays);
    }

    /** Plays that are rewarded in a reward phase of maximum length. */
    long rewardPhasePlays() {
        return episode.weighsCases()
                ? prior.size() * JointIndex.count(actionCounts)
                : episode.rewardPlays();
    }
}
