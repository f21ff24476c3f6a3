package stackelberg.follower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.Plays;
import stackelberg.network.Adam;

/**
 * Trains the policies of {@link MetaResponse}, those of all followers at once: in each update some
 * random commitments are drawn and played against several times, and each policy takes a step up
 * Σ_t ∇ log π(a_t) (G_t − b_t), G_t being what it earned from turn t on and b_t the mean of that
 * over the other plays against the same commitment.
 */
final class MetaTraining {
    private static final double GRADIENT_CAP = 1;

    /** Fresh commitments on which a finished training is judged. */
    private static final int FRESH = 200;

    private final MetaResponse model;
    private final BaseGame game;
    private final RandomGenerator random = new SplittableRandom(0);
    private final Play play;
    private final int[] types;
    private final int[] actions;
    private final double[][] answers;
    private final Pupil[] pupils;
    private double[] fresh = new double[0];
    private double[] atRandom = new double[0];

    MetaTraining(MetaResponse model, BaseGame game) {
        this.model = model;
        this.game = game;
        this.play = game.newPlay();
        this.types = new int[game.followers()];
        this.actions = new int[game.followers()];
        this.answers = new double[game.leaderObservations()][];
        this.pupils = new Pupil[game.followers()];
        for (int i = 0; i < pupils.length; i++) {
            pupils[i] = new Pupil(i);
        }
    }

    void run(DoubleConsumer progress) {
        for (int update = 0; update < model.updates(); update++) {
            progress.accept((double) update / model.updates());
            for (Pupil pupil : pupils) {
                pupil.begin();
            }
            for (int c = 0; c < model.commitments(); c++) {
                commit();
                for (int k = 0; k < model.plays(); k++) {
                    play(Way.SAMPLED);
                    for (Pupil pupil : pupils) {
                        pupil.endPlay(k);
                    }
                }
                for (Pupil pupil : pupils) {
                    pupil.compare();
                }
            }
            for (Pupil pupil : pupils) {
                pupil.step(model.entropy() * (1 - (double) update / model.updates()));
            }
        }
        fresh = judged(Way.GREEDY);
        atRandom = judged(Way.ANY);
    }

    /** The policies of all followers, one after the other. */
    Artefact artefact() {
        List<String> found = new ArrayList<>();
        found.add(
                String.format(
                        Locale.ROOT,
                        "Trained over %,d random commitments.",
                        (long) model.updates() * model.commitments()));
        for (int i = 0; i < pupils.length; i++) {
            found.add(
                    String.format(
                            Locale.ROOT,
                            "Against %d fresh ones %s earns %.4g a play; acting at random it would"
                                    + " earn %.4g.",
                            FRESH,
                            game.followerName(i),
                            fresh[i],
                            atRandom[i]));
        }
        double[] numbers =
                Arrays.stream(pupils)
                        .flatMapToDouble(pupil -> Arrays.stream(pupil.policy.numbers()))
                        .toArray();
        return new Artefact(numbers, new Artefact.Findings(found, List.of(), List.of()));
    }

    private double[] judged(Way way) {
        double[] earned = new double[pupils.length];
        for (int c = 0; c < FRESH; c++) {
            commit();
            play(way);
            for (int i = 0; i < earned.length; i++) {
                earned[i] += play.payoff(i) / FRESH;
            }
        }
        return earned;
    }

    private void commit() {
        for (int observation = 0; observation < answers.length; observation++) {
            answers[observation] = game.leaderActions().draw(random);
        }
        game.prior().copy(game.prior().sample(random), types);
        for (Pupil pupil : pupils) {
            pupil.policy.writeAnswers(answers, pupil.row);
        }
    }

    /** How actions are chosen. */
    private enum Way {
        SAMPLED,
        GREEDY,
        ANY
    }

    private void play(Way way) {
        for (Pupil pupil : pupils) {
            pupil.turns = 0;
        }
        Plays.run(
                play,
                types,
                new Plays.Sides() {
                    @Override
                    public double[] leads(Play at) {
                        return answers[at.leaderObservation()];
                    }

                    @Override
                    public int[] follow(Play at) {
                        for (int i = 0; i < actions.length; i++) {
                            actions[i] = pupils[i].act(at, way);
                        }
                        return actions;
                    }
                });
    }

    /** One follower's policy, and what it has seen in the present update. */
    private final class Pupil {
        private final int follower;
        private final MetaPolicy policy;
        private final Adam adam;
        private final float[] row;
        private final double[] mixture;

        /** {@code [step]} of the update: what was known, done and later earned from there on. */
        private float[][] rows = new float[64][];

        private int[] chosen = new int[64];
        private double[] gains = new double[64];
        private int steps;

        /** {@code [play][turn]} against one commitment: the step, and what had been earned. */
        private final int[][] stepAt = new int[model.plays()][0];

        private final double[][] before = new double[model.plays()][0];
        private final double[] total = new double[model.plays()];
        private int[] turnSteps = new int[8];
        private double[] turnEarned = new double[8];
        private int turns;

        Pupil(int follower) {
            this.follower = follower;
            this.policy = new MetaPolicy(game, follower, model.units(), BATCH);
            this.adam = new Adam(policy.network().parameters(), policy.network().gradients());
            this.row = new float[policy.inputs()];
            this.mixture = new double[policy.actions()];
        }

        void begin() {
            steps = 0;
        }

        int act(Play at, Way way) {
            if (way == Way.ANY) {
                return random.nextInt(mixture.length);
            }
            policy.writeView(
                    types[follower] * policy.observations() + at.followerObservation(follower),
                    row);
            float[] preferences = policy.network().forward(row);
            if (way == Way.GREEDY) {
                int best = 0;
                for (int a = 1; a < preferences.length; a++) {
                    best = preferences[a] > preferences[best] ? a : best;
                }
                return best;
            }
            int action = Mixture.draw(softmax(preferences), random);
            note(action, at.payoff(follower));
            return action;
        }

        private double[] softmax(float[] preferences) {
            double largest = Double.NEGATIVE_INFINITY;
            for (float preference : preferences) {
                largest = Math.max(largest, preference);
            }
            double sum = 0;
            for (int a = 0; a < mixture.length; a++) {
                mixture[a] = Math.exp(preferences[a] - largest);
                sum += mixture[a];
            }
            for (int a = 0; a < mixture.length; a++) {
                mixture[a] /= sum;
            }
            return mixture;
        }

        private void note(int action, double earned) {
            if (steps == rows.length) {
                rows = Arrays.copyOf(rows, 2 * steps);
                chosen = Arrays.copyOf(chosen, 2 * steps);
                gains = Arrays.copyOf(gains, 2 * steps);
            }
            if (rows[steps] == null) {
                rows[steps] = new float[row.length];
            }
            System.arraycopy(row, 0, rows[steps], 0, row.length);
            chosen[steps] = action;
            if (turns == turnSteps.length) {
                turnSteps = Arrays.copyOf(turnSteps, 2 * turns);
                turnEarned = Arrays.copyOf(turnEarned, 2 * turns);
            }
            turnSteps[turns] = steps++;
            turnEarned[turns++] = earned;
        }

        void endPlay(int number) {
            stepAt[number] = Arrays.copyOf(turnSteps, turns);
            before[number] = Arrays.copyOf(turnEarned, turns);
            total[number] = play.payoff(follower);
        }

        /** What each turn brought beyond what the same turn brought in the other plays. */
        void compare() {
            int plays = total.length;
            for (int k = 0; k < plays; k++) {
                for (int turn = 0; turn < stepAt[k].length; turn++) {
                    double others = 0;
                    int count = 0;
                    for (int j = 0; j < plays; j++) {
                        if (j != k && turn < before[j].length) {
                            others += total[j] - before[j][turn];
                            count++;
                        }
                    }
                    double own = total[k] - before[k][turn];
                    gains[stepAt[k][turn]] = count == 0 ? 0 : own - others / count;
                }
            }
        }

        /** One step of Adam; gains are divided by their root mean square. */
        void step(double entropy) {
            double squares = 0;
            for (int s = 0; s < steps; s++) {
                squares += gains[s] * gains[s];
            }
            if (squares == 0) {
                return;
            }
            double scale = 1 / (Math.sqrt(squares / steps) * steps);
            double worth = entropy / steps;
            List<float[]> gradients = policy.network().gradients();
            float[][] sums = new float[gradients.size()][];
            for (int from = 0; from < steps; from += BATCH) {
                backward(from, Math.min(BATCH, steps - from), scale, worth);
                for (int k = 0; k < sums.length; k++) {
                    float[] gradient = gradients.get(k);
                    if (sums[k] == null) {
                        sums[k] = gradient.clone();
                    } else {
                        for (int j = 0; j < gradient.length; j++) {
                            sums[k][j] += gradient[j];
                        }
                    }
                }
            }
            for (int k = 0; k < sums.length; k++) {
                System.arraycopy(sums[k], 0, gradients.get(k), 0, sums[k].length);
            }
            adam.step(model.rate(), GRADIENT_CAP);
        }

        private void backward(int from, int count, double scale, double worth) {
            float[][] batch = Arrays.copyOfRange(rows, from, from + count);
            float[][] preferences = policy.network().forward(batch, count);
            float[][] slopes = new float[count][mixture.length];
            for (int b = 0; b < count; b++) {
                softmax(preferences[b]);
                double gain = gains[from + b] * scale;
                double uncertain = entropy();
                for (int a = 0; a < mixture.length; a++) {
                    double indicator = a == chosen[from + b] ? 1 : 0;
                    double information = Math.log(Math.max(mixture[a], 1e-30));
                    double bolder = -mixture[a] * (information + uncertain);
                    slopes[b][a] = (float) (-gain * (indicator - mixture[a]) - worth * bolder);
                }
            }
            policy.network().backward(batch, slopes, count);
        }

        private double entropy() {
            double sum = 0;
            for (double share : mixture) {
                sum -= share > 0 ? share * Math.log(share) : 0;
            }
            return sum;
        }
    }

    private static final int BATCH = 128;
}
