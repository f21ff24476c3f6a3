package stackelberg.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stackelberg.study.Job;

/**
 * One of several parts of a study's jobs.
 *
 * @param number from 0
 */
record Part(int number, int parts) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    List<Job> of(List<Job> jobs) {
        return Job.part(jobs, number, parts);
    }

    /** Reads {@code 3/8}. */
    static final class Converter implements ITypeConverter<Part> {
        @Override
        public Part convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (matcher.matches()) {
                Part part =
                        new Part(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)));
                if (part.number < part.parts) {
                    return part;
                }
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is no part. Write 0/8 for the first of eight");
        }
    }
}
