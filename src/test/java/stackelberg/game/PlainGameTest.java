package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of a game that says no more of itself than it must, and what games call things. */
class PlainGameTest {
    /** The leader's action is everyone's payoff; plays are counted. */
    private static final class Plain implements BaseGame {
        private final int followers;
        private final int actions;
        private final int profiles;
        private int plays;
        private int commitments;

        Plain(int followers, int actions, int profiles) {
            this.followers = followers;
            this.actions = actions;
            this.profiles = profiles;
        }

        @Override
        public int followers() {
            return followers;
        }

        @Override
        public TypePrior prior() {
            int[] types = new int[followers];
            java.util.Arrays.fill(types, 1);
            types[0] = profiles;
            return TypePrior.uniform(types);
        }

        @Override
        public int actions(int follower) {
            return actions;
        }

        @Override
        public ActionSpace leaderActions() {
            commitments++;
            return new ActionSpace.Box(1, 0, 1);
        }

        @Override
        public int leaderObservations() {
            return 2;
        }

        @Override
        public int leaderObservationSize() {
            return 1;
        }

        @Override
        public void describe(int observation, float[] into, int at) {
            into[at] = observation;
        }

        @Override
        public int leaderTurns() {
            return 1;
        }

        @Override
        public String[] meaningNames() {
            return new String[] {"level"};
        }

        @Override
        public double[] meaning(double[] action) {
            return action.clone();
        }

        @Override
        public Play newPlay() {
            return new Play() {
                private Turn turn = Turn.END;
                private double level;

                @Override
                public void begin(int[] types) {
                    plays++;
                    turn = Turn.FOLLOWERS;
                }

                @Override
                public Turn turn() {
                    return turn;
                }

                @Override
                public void followersAct(int[] actions) {
                    turn = Turn.LEADER;
                }

                @Override
                public int leaderObservation() {
                    return 0;
                }

                @Override
                public void leaderActs(double[] action) {
                    level = action[0];
                    turn = Turn.END;
                }

                @Override
                public double leaderReward() {
                    return level;
                }

                @Override
                public double payoff(int follower) {
                    return level;
                }
            };
        }
    }

    @Test
    void aPlainGameHasPlainWords() {
        BaseGame game = new Plain(2, 3, 1);
        assertThat(game.followerName(1)).isEqualTo("follower 2");
        assertThat(new Plain(1, 3, 1).followerName(0)).isEqualTo("follower");
        assertThat(game.actionName(0, 2)).isEqualTo("action 3");
        assertThat(game.actionKind()).isEqualTo("Action");
        assertThat(game.typeName(0, 0)).isEqualTo("type 1");
        assertThat(game.followerObservationName(0, 1)).isEqualTo("observation 2");
        assertThat(game.leaderObservationName(1)).isEqualTo("observation 2");
        assertThat(game.curvesTitle()).isEqualTo("Learned mechanism");
        assertThat(game.outcomeTitle()).isEqualTo("Outcome of play");
        assertThat(game.indexTitle()).isEqualTo("Index");
        assertThat(game.actionPrice(0, 0)).isNaN();
        assertThat(game.benchmarkPrices()).isEmpty();
        assertThat(game.leaderActionName(0, new double[] {0.12345})).isEqualTo("0.1235 level");
        assertThat(game.curveNames())
                .containsExactly("observation 1 → level", "observation 2 → level");
    }

    @Test
    void aPlainGameIsPlayedOnceAndStandsWhereItStood() {
        BaseGame game = new Plain(2, 3, 1);
        assertThat(game.followersObserve()).isFalse();
        assertThat(game.standings()).isEqualTo(1);
        assertThat(game.indices()).isZero();
        assertThat(game.expectation(0, 0, 0)).isZero();
        assertThat(game.reached(o -> new double[1])).containsExactly(true, true);
        assertThat(game.map(new double[2][1])).isEqualTo(MechanismSheet.NONE);
        assertThat(game.tree(new double[2][1])).isEmpty();
        assertThat(new IteratedMatrix().assemble().followersObserve()).isTrue();
        assertThat(new BertrandPlatform().assemble().followersObserve()).isFalse();
    }

    /** Enough plays to see the ranges, but not more than a moment's, however large the game. */
    @Test
    void asManyCommitmentsAreLookedAtAsTakeAMoment() {
        // 64 commitments of all cases; 20,000 plays; 4 commitments of 50 profiles by 200 actions.
        assertThat(plays(new Plain(1, 5, 4))).isEqualTo(64 * 20);
        assertThat(plays(new Plain(2, 5, 40))).isEqualTo(20 * 40 * 25);
        assertThat(plays(new Plain(1, 10_000, 100))).isEqualTo(10 * 50 * 200);
        assertThat(plays(new Plain(2, 5, 1))).isEqualTo(64 * 25);
    }

    private static int plays(Plain game) {
        GameFacts.of(game);
        // A commitment says once what it does where it comes to, and keeps to it.
        assertThat(game.plays % game.commitments).isZero();
        return game.plays;
    }

    @Test
    void gamesCallThingsByTheirNames() {
        BaseGame platform = new BertrandPlatform().assemble();
        assertThat(platform.actionKind()).isEqualTo("Price");
        assertThat(platform.outcomeTitle()).isEqualTo("Seller prices");
        assertThat(platform.indexTitle()).isEqualTo("Collusion index");
        for (GameFamily sent :
                List.of(new SimpleAllocation(), new MechanismTable(), new SequentialPricing())) {
            assertThat(sent.assemble().actionKind()).isEqualTo("Message");
        }
        assertThat(new SequentialPricing().assemble().curvesTitle()).isEqualTo("Learned prices");
        IteratedGame dilemma = new IteratedMatrix().assemble();
        assertThat(dilemma.followerObservationName(0, 3)).isEqualTo("after row 2, column 1");
        assertThat(dilemma.leaderObservationName(4)).isEqualTo("after row 2, column 2");
        IteratedGame wide =
                new IteratedMatrix(stackelberg.parameter.Table.of(new double[2][3][2]), 5, 0)
                        .assemble();
        assertThat(wide.leaderObservationName(6)).isEqualTo("after row 2, column 3");
        assertThat(wide.leaderObservationName(4)).isEqualTo("after row 2, column 1");
        assertThat(dilemma.rows()).isEqualTo(2);
        assertThat(dilemma.steps()).isEqualTo(5);
        MatrixGame escape = new NormalForm().assemble();
        assertThat(escape.rows()).isEqualTo(3);
        assertThat(escape.components()).isEqualTo(3);
        assertThat(escape.randomised()).isFalse();
        assertThat(new OrdinalGame().assemble().randomised()).isTrue();
        DynamicProminence incumbent = new DynamicProminence();
        assertThat(incumbent.actionName(new double[2], 0)).isEqualTo("show the incumbent");
        assertThat(incumbent.actions(new double[2])).isEqualTo(1);
        assertThat(incumbent.seesPrices()).isFalse();
    }
}
