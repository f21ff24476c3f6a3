package stackelberg.game;

import java.util.List;
import java.util.Locale;
import stackelberg.parameter.Faults;

/** The limit on joint choices of the followers that are all visited in turn. */
final class JointLimit {
    /** The most type profiles, and the most joint actions. */
    static final long MOST = 4096;

    private JointLimit() {}

    /**
     * Whether joint choices can be enumerated; reports why not.
     *
     * @param sizes how many choices each follower has
     * @param one what a follower chooses, for instance "type"
     * @param joint what several choose together, for instance "type profiles"
     */
    static boolean check(List<Integer> sizes, String one, String joint, Faults faults) {
        double count = 1;
        boolean good = true;
        for (int i = 0; i < sizes.size(); i++) {
            count *= sizes.get(i);
            if (sizes.get(i) < 1) {
                faults.at(i)
                        .add(
                                "follower " + (i + 1) + " has " + sizes.get(i) + " " + one + "s",
                                "Give every follower at least 1 " + one);
                good = false;
            }
        }
        if (good && count > MOST) {
            String many = String.format(Locale.ROOT, count < 1e15 ? "%,.0f" : "%.3g", count);
            String most = String.format(Locale.ROOT, "%,d", MOST);
            faults.add(
                    "the followers have "
                            + many
                            + " "
                            + joint
                            + ", more than the "
                            + most
                            + " that can be enumerated",
                    "Choose counts with a product of at most " + most);
            good = false;
        }
        return good;
    }
}
