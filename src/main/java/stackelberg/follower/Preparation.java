package stackelberg.follower;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
            ready.add(
                    models.get(k) instanceof TrainedBeforehand model
                            ? ready(model, whose(models, k, game), game, shelf, progress)
                            : models.get(k));
        }
        return ready;
    }

    /** The followers for which the model at a place of the list is trained. */
    private static int[] whose(List<FollowerModel> models, int place, BaseGame game) {
        boolean forAll = models.size() == 1;
        boolean once = ((TrainedBeforehand) models.get(place)).servesAll();
        return forAll && !once ? IntStream.range(0, game.followers()).toArray() : new int[] {place};
    }

    private static Ready ready(
            TrainedBeforehand model,
            int[] followers,
            BaseGame game,
            Shelf shelf,
            DoubleConsumer progress)
            throws IOException {
        List<Artefact> artefacts = new ArrayList<>();
        for (int follower : followers) {
            int done = artefacts.size();
            DoubleConsumer share = part -> progress.accept((done + part) / followers.length);
            artefacts.add(
                    shelf.get(
                            Family.about(model).type() + "-" + (follower + 1),
                            Fingerprint.of(model, game, follower),
                            () -> model.train(game, follower, share)));
        }
        return new Ready(model, followers[0], artefacts);
    }

    /** What was found when the model of a follower was trained; nothing if it was not. */
    public static Artefact.Findings findings(List<FollowerModel> ready, int follower) {
        return Followers.model(ready, follower) instanceof Ready prepared
                ? prepared.artefact(follower).findings()
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
            return model.seat(game, follower, artefact(follower));
        }

        private Artefact artefact(int follower) {
            return artefacts.get(model.servesAll() ? 0 : follower - first);
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
