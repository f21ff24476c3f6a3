package stackelberg.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Says in plain words where a text ceases to be JSON and what was expected there. What was expected
 * follows from the innermost open bracket and the last sign before the place.
 */
final class SyntaxFault {
    private static final String VALUE =
            "a value: a text in double quotes, a number, true, false, { or [";

    private final String text;
    private final JsonProcessingException cause;
    private final boolean inGroup;
    private final boolean inList;
    private final int offset;

    SyntaxFault(String text, JsonParser parser, JsonProcessingException cause) {
        this.text = text;
        this.cause = cause;
        this.inGroup = parser.getParsingContext().inObject();
        this.inList = parser.getParsingContext().inArray();
        JsonLocation location = cause.getLocation();
        long at = location == null ? 0 : location.getCharOffset();
        this.offset = (int) Math.max(0, Math.min(text.length(), at));
    }

    void addTo(FaultLog log) {
        Place place = Place.of(text, offset);
        String message = cause.getOriginalMessage();
        if (message.contains("Illegal unquoted character")) {
            log.add(
                    place,
                    "a line break or a control character stands inside a text",
                    "Close the text with a double quote before it, or write \\n for a line break");
        } else if (message.contains("character escape")) {
            log.add(
                    place,
                    "the backslash before this begins no escape",
                    "Write \\\\ for a backslash, \\\" for a double quote, \\n"
                            + " for a line break or \\u and four hexadecimal digits");
        } else if (message.contains("closing quote") || message.contains("in field name")) {
            log.add(
                    place,
                    "the file ends inside a text",
                    "Close the text with a double quote, and every bracket that is open");
        } else if (message.contains("umeric value")) {
            log.add(
                    place,
                    "this is not a number as JSON writes them",
                    "Write numbers like 15, -0.5 or 3e-4, without + or 0 before them");
        } else if (found().equals("/") || found().equals("#")) {
            log.add(place, "this begins a comment, and JSON has none", "Remove the comment");
        } else if (before() == ',' && (found().equals("}") || found().equals("]"))) {
            log.add(
                    place,
                    "before this closing bracket stands a comma",
                    "Remove that comma, or add what should follow it");
        } else {
            log.add(place, "here is " + foundWords(), "Expected here is " + expected());
        }
    }

    private String expected() {
        char before = before();
        if (inGroup) {
            return switch (before) {
                case '{' -> "the name of a field in double quotes, or }";
                case ',' -> "the name of a field in double quotes";
                case ':' -> VALUE;
                default -> afterName() ? "a colon and a value" : "a comma and the next field, or }";
            };
        } else if (inList) {
            return switch (before) {
                case '[' -> VALUE + ", or ]";
                case ',' -> VALUE;
                default -> "a comma and the next value, or ]";
            };
        }
        return text.isBlank() || offset == 0 || text.substring(0, offset).isBlank()
                ? "{, which begins a scenario"
                : "the end of the file";
    }

    /** The last sign before the place that is not white space; a space if there is none. */
    private char before() {
        int at = lastSign(offset - 1);
        return at < 0 ? ' ' : text.charAt(at);
    }

    /** Whether a field's name stands directly before the place. */
    private boolean afterName() {
        int close = lastSign(offset - 1);
        if (close < 0 || text.charAt(close) != '"') {
            return false;
        }
        int open = close - 1;
        while (open > 0 && (text.charAt(open) != '"' || escaped(open))) {
            open--;
        }
        int sign = lastSign(open - 1);
        return sign >= 0 && (text.charAt(sign) == '{' || text.charAt(sign) == ',');
    }

    private boolean escaped(int at) {
        int backslashes = 0;
        while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private int lastSign(int from) {
        int at = from;
        while (at >= 0 && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at;
    }

    /** The word or the single sign at the place; empty at the end of the text. */
    private String found() {
        int end = offset;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        int least = offset < text.length() ? text.offsetByCodePoints(offset, 1) : offset;
        return text.substring(offset, Math.max(end, least));
    }

    private String foundWords() {
        String found = found();
        if (found.isEmpty()) {
            return "the end of the file";
        }
        return found.equals("\"") ? "a double quote" : Wording.shortened(found);
    }
}
