package stackelberg.fuzz;

import java.util.SplittableRandom;

/** One kind of input. */
interface Strike {
    /**
     * Tries one input.
     *
     * @param input is given what is tried before it is, for a report
     * @throws Throwable if the program does not take it as it should
     */
    void once(SplittableRandom random, StringBuilder input) throws Throwable;

    /** Fails if an answer is in other words than the program's. */
    static void plain(String answer) {
        for (String foreign :
                new String[] {
                    "Exception", "com.fasterxml", "JsonToken", "java.", "picocli", "mistake"
                }) {
            if (answer.contains(foreign)) {
                throw new AssertionError("foreign words: " + answer);
            }
        }
    }
}
