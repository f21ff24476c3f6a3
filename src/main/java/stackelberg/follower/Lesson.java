package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.parameter.Faults;

/** What a follower model learns from: which plays are made for it, and what it is told of them. */
public enum Lesson {
    /**
     * The game that the leader's commitment induces: every joint follower action at every type
     * profile. Told to {@link HearsCommitment}.
     */
    COMMITMENT("the game that the leader's commitment induces", HearsCommitment.class) {
        @Override
        void check(BaseGame game, int follower, Faults faults) {
            actsOnce(game, faults);
            if (game.standings() > 1) {
                faults.add(
                        "it responds to a play by itself, but in this game one play has a bearing"
                                + " on the next",
                        "Choose Q-learning, or a rule without a memory");
            }
            double cases = game.prior().size() * (double) JointIndex.count(counts(game));
            if (cases > MOST_CASES) {
                faults.add(
                        String.format(
                                java.util.Locale.ROOT,
                                "it would have to see %.0f cases of types and actions, more than"
                                        + " %,d",
                                cases,
                                MOST_CASES),
                        "Choose Q-learning, or fewer types or actions");
            }
        }
    },
    /**
     * Every joint follower action once an update, at one type profile: exact expected payoffs. Told
     * to {@link HearsPayoffs}.
     */
    SWEEP("every joint action once an update", HearsPayoffs.class) {
        @Override
        void check(BaseGame game, int follower, Faults faults) {
            actsOnce(game, faults);
        }
    },
    /**
     * A sampled reference profile and every one-follower deviation from it. Told to {@link
     * HearsPayoffs}.
     */
    DEVIATIONS("a sampled reference profile and each deviation from it", HearsPayoffs.class) {
        @Override
        void check(BaseGame game, int follower, Faults faults) {
            actsOnce(game, faults);
        }
    },
    /** The plays that the follower makes itself. Told to {@link HearsPlays}. */
    OWN_PLAYS("the plays that it makes itself", HearsPlays.class) {
        @Override
        void check(BaseGame game, int follower, Faults faults) {
            // Whatever a game asks of its followers, they can try.
        }
    },
    /**
     * What the leader would do at each of its observations, asked before the first play; it takes
     * no plays. Told to {@link HearsAnswers}.
     */
    QUERIES("the leader's answers to queries", HearsAnswers.class) {
        @Override
        void check(BaseGame game, int follower, Faults faults) {
            if (game.standings() > 1) {
                faults.add(
                        "it responds to a play by itself, but in this game one play has a bearing"
                                + " on the next",
                        "Choose Q-learning, or a rule without a memory");
            }
            double numbers = game.leaderObservations() * (double) game.leaderActions().described();
            if (numbers > MOST_NUMBERS) {
                faults.add(
                        String.format(
                                java.util.Locale.ROOT,
                                "the leader's answers would be %.0f numbers, more than %,d",
                                numbers,
                                MOST_NUMBERS),
                        "Choose Q-learning, or a leader with fewer observations or actions");
            }
        }
    };

    /** The most cases that are tabulated for a model that responds to the commitment itself. */
    static final int MOST_CASES = 1_000_000;

    /** The most numbers that a follower can be told in answer to queries. */
    static final int MOST_NUMBERS = 4_096;

    private final String words;
    private final Class<? extends Seat> ear;

    Lesson(String words, Class<? extends Seat> ear) {
        this.words = words;
        this.ear = ear;
    }

    /** What such a model learns from, in words that can follow "it learns from". */
    public String words() {
        return words;
    }

    /** The interface by which a seat hears this lesson. */
    public Class<? extends Seat> ear() {
        return ear;
    }

    /** Reports why this lesson cannot be given in a game. */
    abstract void check(BaseGame game, int follower, Faults faults);

    private static int[] counts(BaseGame game) {
        return InducedGame.actionCounts(game);
    }

    private static void actsOnce(BaseGame game, Faults faults) {
        for (int i = 0; i < game.followers(); i++) {
            if (game.followerObservations(i) > 1) {
                faults.add(
                        "it chooses one action a play, but "
                                + game.followerName(i)
                                + " of this game acts on what it observes during a play",
                        "Choose Q-learning");
                return;
            }
        }
    }
}
