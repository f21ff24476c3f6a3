package stackelberg.parameter;

/**
 * Something wrong with what a person entered.
 *
 * @param path the JSON path of the offending value, for instance {@code $.game.payoffs[1]}
 * @param problem what is wrong, as a sentence without its final stop
 * @param remedy what would be right, as a sentence without its final stop
 */
public record Fault(String path, String problem, String remedy) {
    @Override
    public String toString() {
        return path + ": " + problem + ". " + remedy + ".";
    }
}
