package stackelberg.follower;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Family;
import stackelberg.parameter.Faults;

/** Models together with what is trained for them before a run. */
public final class Preparation {
    private Preparation() {}

    /** Where artefacts are kept. */
    public interface Shelf {
        /**
         * An artefact from the shelf; if there is none that belongs, one that is trained now and
         * kept.
         *
         * @param name what it is called on the shelf: letters, digits and hyphens
         * @param fingerprint what it must belong to; see {@link Fingerprint}
         */
        Artefact get(String name, String fingerprint, Supplier<Artefact> training)
                throws IOException;
    }

    /** Whether any of these models must be trained beforehand. */
    public static boolean needed(List<FollowerModel> models) {
        return models.stream().anyMatch(TrainedBeforehand.class::isInstance);
    }

    /**
     * These models, ready to be assembled at once, in the same order.
     *
     * @param models settled, and without faults in this game
     * @param progress told which share of all the work is done; what it throws ends the preparation
     */
    public static List<FollowerModel> ready(
            List<FollowerModel> models, BaseGame game, Shelf shelf, DoubleConsumer progress)
            throws IOException {
        List<FollowerModel> ready = new ArrayList<>();
        for (int k = 0; k < models.size(); k++) {
            if (!(models.get(k) instanceof TrainedBeforehand model)) {
                ready.add(models.get(k));
                continue;
            }
            boolean forAll = models.size() == 1;
            List<Artefact> artefacts = new ArrayList<>();
            for (int i = forAll ? 0 : k; i < (forAll ? game.followers() : k + 1); i++) {
                int follower = i;
                artefacts.add(
                        shelf.get(
                                Family.about(model).type() + "-" + (follower + 1),
                                Fingerprint.of(model, game, follower),
                                () ->
                                        model.train(
                                                game,
                                                follower,
                                                share ->
                                                        progress.accept(
                                                                (follower + share)
                                                                        / game.followers()))));
            }
            ready.add(new Ready(model, forAll ? 0 : k, artefacts));
        }
        return ready;
    }

    /** What was found when the model of a follower was trained; nothing if it was not. */
    public static Artefact.Findings findings(List<FollowerModel> ready, int follower) {
        return Followers.model(ready, follower) instanceof Ready prepared
                ? prepared.artefacts.get(follower - prepared.first).findings()
                : Artefact.Findings.NONE;
    }

    /**
     * A model with its artefacts.
     *
     * @param first the follower to whom the first artefact belongs
     */
    private record Ready(TrainedBeforehand model, int first, List<Artefact> artefacts)
            implements FollowerModel {
        @Override
        public Lesson lesson() {
            return model.lesson();
        }

        @Override
        public Seat seat(BaseGame game, int follower) {
            return model.seat(game, follower, artefacts.get(follower - first));
        }

        @Override
        public void check(BaseGame game, int follower, Faults faults) {
            model.check(game, follower, faults);
        }

        @Override
        public boolean seeksBestResponse() {
            return model.seeksBestResponse();
        }

        @Override
        public boolean remembers(BaseGame game) {
            return model.remembers(game);
        }
    }
}
