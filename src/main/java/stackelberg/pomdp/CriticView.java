package stackelberg.pomdp;

import java.util.Arrays;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;

/** What a critic sees of the Stackelberg POMDP's state (centralised training). */
final class CriticView {
    private final Situation now;
    private final BaseGame learnersGame;
    private final ResponseAlgorithm followers;

    /**
     * @param learnersGame the base game as the leader observes it
     */
    CriticView(Situation now, BaseGame learnersGame, ResponseAlgorithm followers) {
        this.now = now;
        this.learnersGame = learnersGame;
        this.followers = followers;
    }

    int size(CriticInformation information) {
        int observation = learnersGame.leaderObservationSize();
        return switch (information) {
            case NONE -> observation;
            case FLAG -> observation + 1;
            case AUTO -> throw new IllegalStateException("what the critic sees was not settled");
            case FULL -> observation + 3 + followers.stateSize() + typesSize();
        };
    }

    private int typesSize() {
        int size = 0;
        for (int i = 0; i < now.types.length; i++) {
            size += now.prior.types(i);
        }
        return size;
    }

    void describe(CriticInformation information, int observation, float[] into) {
        learnersGame.describe(observation, into, 0);
        int at = learnersGame.leaderObservationSize();
        if (information == CriticInformation.NONE) {
            return;
        }
        into[at++] = now.rewardPhase ? 1 : 0;
        if (information == CriticInformation.FLAG) {
            return;
        }
        into[at++] = now.rewardPhase ? 1 : (float) now.responsePlaysDone / followers.plays();
        into[at++] = now.rewardPhase ? (float) now.rewardLeft : 1;
        followers.describe(into, at);
        at += followers.stateSize();
        for (int i = 0; i < now.types.length; i++) {
            Arrays.fill(into, at, at + now.prior.types(i), 0);
            into[at + now.types[i]] = 1;
            at += now.prior.types(i);
        }
    }
}
