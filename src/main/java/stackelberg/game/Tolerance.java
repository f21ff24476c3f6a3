package stackelberg.game;

/** How far from an optimum still counts as reaching it. */
final class Tolerance {
    private static final double USUAL = 0.01;
    private static final double SUPREMUM = 0.02;

    /** Of an optimum that is 0 but for rounding. */
    static final double ABSOLUTE = 0.01;

    private static final double ZERO = 1e-9;

    private Tolerance() {}

    /** 1 % of the optimum; 0.01 where it is 0. */
    static double usual(double optimum) {
        return share(USUAL, optimum);
    }

    /** 2 % of the optimum, for one that is a supremum; 0.01 where it is 0. */
    static double supremum(double optimum) {
        return share(SUPREMUM, optimum);
    }

    private static double share(double share, double optimum) {
        return Math.abs(optimum) < ZERO ? ABSOLUTE : share * Math.abs(optimum);
    }
}
