package stackelberg.scenario;

/** A file that states only what is required. */
final class Minimal {
    static final String FILE =
            """
            {
              "title": "Two",
              "game": {
                "type": "normal-form",
                "payoffs": [
                  [[1, 1], [3, 0]],
                  [[0, 0], [2, 1]]
                ],
                "followerActions": [2]
              }
            }
            """;

    private Minimal() {}
}
