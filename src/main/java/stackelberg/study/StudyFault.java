package stackelberg.study;

/** What is wrong with a study: where, what, and how to mend it. */
public record StudyFault(String path, String problem, String remedy) {
    @Override
    public String toString() {
        return path + ": " + problem + ". " + remedy + ".";
    }
}
