package stackelberg.fuzz;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** One kind of input. */
interface Strike {
    /**
     * Tries one input.
     *
     * @param input is given what is tried before it is, for a report; each time anew where several
     *     are tried one after the other
     * @throws Throwable if the program does not take it as it should
     */
    void once(SplittableRandom random, Consumer<String> input) throws Throwable;

    /** Fails if an answer is in other words than the program's, or tells of too little memory. */
    static void plain(String answer) {
        for (String foreign :
                new String[] {
                    "Exception",
                    "com.fasterxml",
                    "JsonToken",
                    "java.",
                    "picocli",
                    "which is a mistake in it",
                    "not enough memory"
                }) {
            if (answer.contains(foreign)) {
                throw new AssertionError("foreign words: " + answer);
            }
        }
    }
}
