package stackelberg.follower;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.Plays;

/**
 * Tells whether an artefact belongs to a model and a game: SHA-256 of the model with all its
 * settings, of the game's sizes, and of what every player got in some plays that are always drawn
 * alike. A game that differs in nothing but its words has the same fingerprint.
 */
public final class Fingerprint {
    private static final int COMMITMENTS = 8;
    private static final int PLAYS = 64;

    private Fingerprint() {}

    /** Of this model as a follower of this game, 64 hexadecimal digits. */
    public static String of(TrainedBeforehand model, BaseGame game, int follower) {
        MessageDigest digest = sha256();
        digest.update(model.toString().getBytes(StandardCharsets.UTF_8));
        add(digest, follower);
        add(digest, game.followers());
        add(digest, game.leaderObservations());
        for (int i = 0; i < game.followers(); i++) {
            add(digest, game.prior().types(i));
            add(digest, game.actions(i));
            add(digest, game.followerObservations(i));
        }
        for (int profile = 0; profile < game.prior().size(); profile++) {
            add(digest, game.prior().probability(profile));
        }
        addPlays(digest, game);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addPlays(MessageDigest digest, BaseGame game) {
        RandomGenerator random = new SplittableRandom(0);
        Play play = game.newPlay();
        int[] types = new int[game.followers()];
        int[] actions = new int[game.followers()];
        for (int k = 0; k < COMMITMENTS; k++) {
            double[][] chosen = new double[game.leaderObservations()][];
            for (int p = 0; p < PLAYS; p++) {
                game.prior().copy(random.nextInt(game.prior().size()), types);
                for (int i = 0; i < actions.length; i++) {
                    actions[i] = random.nextInt(game.actions(i));
                }
                Plays.run(
                        play,
                        types,
                        actions,
                        at -> {
                            if (chosen[at] == null) {
                                chosen[at] = game.leaderActions().draw(random);
                            }
                            return chosen[at];
                        });
                add(digest, play.leaderReward());
                for (int i = 0; i < actions.length; i++) {
                    add(digest, play.payoff(i));
                }
            }
        }
    }

    private static void add(MessageDigest digest, double number) {
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
