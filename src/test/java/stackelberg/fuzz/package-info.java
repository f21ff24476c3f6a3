/**
 * Strikes the program with damaged files and wrong arguments, and with commands that are right.
 * {@code mvn test-compile exec:exec@fuzz -Dfuzz="INPUTS SEED"} runs it; {@link
 * stackelberg.fuzz.FuzzTest} runs a little of it with the tests.
 */
package stackelberg.fuzz;
