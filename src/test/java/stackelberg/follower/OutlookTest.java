package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.JointIndex;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;

/** What followers with networks know when they act, and what they keep of the turns they saw. */
class OutlookTest {
    private static final int[] ACTIONS = {3, 2};

    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(17), new int[] {2, 3}, ACTIONS, 1, 1);
    }

    /** Type, observation, then for each remembered play, the latest first, what everyone did. */
    @Test
    void aRowHasOneOneForEachThingThatIsTheCase() {
        Outlook outlook = new Outlook(game(), 1, 2);
        assertThat(outlook.inputs()).isEqualTo(3 + 1 + 2 * 5);
        assertThat(outlook.historyInputs()).isEqualTo(10);
        outlook.remember(JointIndex.encode(new int[] {0, 1}, ACTIONS));
        outlook.remember(JointIndex.encode(new int[] {2, 0}, ACTIONS));
        float[] row = new float[14];
        Arrays.fill(row, 9);
        outlook.write(outlook.view(1, 0), outlook.history(), row);
        assertThat(row).containsExactly(0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1);
        float[] past = new float[12];
        outlook.writeHistory(outlook.history(), past, 1);
        assertThat(past).containsExactly(0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void aViewIsATypeAndAnObservation() {
        Outlook outlook = new Outlook(new IteratedMatrix().assemble(), 0, 0);
        assertThat(outlook.inputs()).isEqualTo(1 + 5);
        assertThat(outlook.histories()).isEqualTo(1);
        float[] row = new float[6];
        outlook.write(outlook.view(0, 3), 0, row);
        assertThat(row).containsExactly(1, 0, 0, 0, 1, 0);
        outlook.remember(2);
        assertThat(outlook.history()).as("without a memory").isZero();
    }

    /** A history is the number of the last k joint actions, the latest changing fastest. */
    @Test
    void onlyTheLastPlaysAreRemembered() {
        SplittableRandom random = new SplittableRandom(8);
        for (int memory = 1; memory <= 3; memory++) {
            Outlook outlook = new Outlook(game(), 0, memory);
            assertThat(outlook.histories()).isEqualTo((long) Math.pow(6, memory));
            Deque<Integer> last = new ArrayDeque<>();
            for (int k = 0; k < memory; k++) {
                last.addLast(0);
            }
            for (int k = 0; k < 100; k++) {
                int joint = random.nextInt(6);
                outlook.remember(joint);
                last.removeFirst();
                last.addLast(joint);
                long expected = 0;
                for (int each : last) {
                    expected = 6 * expected + each;
                }
                assertThat(outlook.history()).isEqualTo(expected);
            }
            outlook.recall(outlook.histories() * 5 + 4);
            assertThat(outlook.history()).as("as far back as it can").isEqualTo(4);
        }
    }

    @Test
    void moreHistoriesThanALongHoldsAreAFault() {
        assertThat(Outlook.histories(game(), 24)).isEqualTo(4738381338321616896L);
        assertThatThrownBy(() -> Outlook.histories(game(), 25))
                .isInstanceOf(ArithmeticException.class);
        assertThat(memoryFaults(24)).isEmpty();
        assertThat(memoryFaults(25))
                .containsExactly(
                        "$: there are more than 2^63 histories of so many plays. Remember fewer"
                                + " plays, or give the game fewer actions.");
        Faults faults = new Faults();
        Memory.check(1, new IteratedMatrix().assemble(), 0, faults);
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.list().get(0).problem())
                .startsWith("the followers of this game act several times a play");
        Faults none = new Faults();
        Memory.check(0, new IteratedMatrix().assemble(), 0, none);
        assertThat(none.list()).isEmpty();
    }

    private static List<String> memoryFaults(int plays) {
        Faults faults = new Faults();
        Memory.check(plays, game(), 0, faults);
        return faults.list().stream().map(Object::toString).toList();
    }

    @Test
    void whoSeesWithinAPlayNeedNotRememberTheLast() {
        assertThat(Memory.usual(game())).isEqualTo(1);
        assertThat(Memory.usual(new IteratedMatrix().assemble())).isZero();
        assertThat(Memory.matters(0, new BertrandPlatform().assemble())).isFalse();
        assertThat(Memory.matters(1, new BertrandPlatform().assemble())).isTrue();
        assertThat(Memory.matters(0, new IteratedMatrix().assemble())).isTrue();
    }

    /** One turn as a test keeps it. */
    private record Turn(int[] types, int[] seen, int[] done, long past, float paid, boolean on) {}

    /** Of the turns kept all but the latest are known with the one that follows. */
    @Test
    void theLatestTurnsAreKeptInTheirOrder() throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        Turns turns = new Turns(2, 4);
        assertThat(turns.complete()).isNegative();
        List<Turn> all = new ArrayList<>();
        for (int k = 0; k < 11; k++) {
            Turn turn =
                    new Turn(
                            random.ints(2, 0, 9).toArray(),
                            random.ints(2, 0, 9).toArray(),
                            random.ints(2, 0, 9).toArray(),
                            random.nextInt(99),
                            random.nextInt(99),
                            random.nextBoolean());
            all.add(turn);
            turns.add(turn.types, turn.seen, turn.done, turn.past);
            turns.brought(turn.paid, turn.on);
            assertThat(turns.witnessed()).isEqualTo(k + 1);
            assertThat(turns.complete()).isEqualTo(Math.min(k, 3));
            requireKept(turns, all);
            Turns other = new Turns(2, 4);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            turns.save(new DataOutputStream(bytes));
            other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            requireKept(other, all);
        }
        turns.clear();
        assertThat(turns.witnessed()).isZero();
    }

    private static void requireKept(Turns turns, List<Turn> all) {
        int oldest = Math.max(0, all.size() - 4);
        for (int age = 0; age < turns.complete(); age++) {
            int at = turns.complete(age);
            requireTurn(turns, at, all.get(oldest + age));
            requireTurn(turns, turns.after(at), all.get(oldest + age + 1));
        }
    }

    private static void requireTurn(Turns turns, int at, Turn turn) {
        for (int i = 0; i < 2; i++) {
            assertThat(turns.type(at, i)).isEqualTo(turn.types[i]);
            assertThat(turns.observation(at, i)).isEqualTo(turn.seen[i]);
            assertThat(turns.action(at, i)).isEqualTo(turn.done[i]);
        }
        assertThat(turns.past(at)).isEqualTo(turn.past);
        assertThat(turns.payoff(at)).isEqualTo(turn.paid);
        assertThat(turns.followed(at)).isEqualTo(turn.on);
    }
}
