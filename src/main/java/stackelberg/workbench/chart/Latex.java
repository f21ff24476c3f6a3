package stackelberg.workbench.chart;

/** Text in LaTeX. */
public final class Latex {
    private Latex() {}

    /** Text as LaTeX sets it, whatever characters are in it. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(
                    switch (c) {
                        case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '\\' -> "\\textbackslash{}";
                        case '−' -> "$-$";
                        case '→' -> "$\\to$";
                        case '√' -> "$\\surd$";
                        case '×' -> "$\\times$";
                        case 'Δ' -> "$\\Delta$";
                        default -> String.valueOf(c);
                    });
        }
        return escaped.toString();
    }
}
