package stackelberg.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import stackelberg.engine.CollusionStudy;
import stackelberg.engine.CollusionStudy.Cut;
import stackelberg.engine.CollusionStudy.Market;
import stackelberg.follower.QLearning;

/** A study of collusion for people and for programs. */
record CollusionText(String rule, String action, QLearning seller, CollusionStudy study) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line, and three more on forced cuts if there were any. */
    String words() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s, %s, α %s, β %s: Δ %.4f ± %.4f, consumer surplus %.4f ± %.4f, mean"
                                + " price %.4f (%d seeds, %,.0f plays each)%n",
                        rule,
                        action,
                        seller.rate(),
                        seller.decay(),
                        study.mean(Market::index),
                        study.standardError(Market::index),
                        study.mean(Market::surplus),
                        study.standardError(Market::surplus),
                        study.mean(CollusionText::price),
                        study.markets().size(),
                        study.mean(Market::plays)));
        List<Cut> cuts = study.cuts();
        if (!cuts.isEmpty()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  forced cuts: %d, answered by a lower price %d, prices back within"
                                    + " %d periods %d, unprofitable %d%n",
                            cuts.size(),
                            cuts.stream().filter(Cut::punished).count(),
                            CollusionStudy.PERIODS,
                            cuts.stream().filter(Cut::forgiven).count(),
                            cuts.stream().filter(cut -> cut.gain() < 0).count()));
            text.append("  deviator, change of price: ").append(course(cuts, true));
            text.append("  rivals, change of price:   ").append(course(cuts, false));
        }
        return text.toString();
    }

    private static double price(Market market) {
        return market.prices().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static String course(List<Cut> cuts, boolean deviator) {
        StringBuilder line = new StringBuilder();
        for (double change : changes(cuts, deviator)) {
            line.append(String.format(Locale.ROOT, " %+.3f", change));
        }
        return line.append(System.lineSeparator()).toString();
    }

    /** By how much prices differ from the usual ones, period by period, the mean of all cuts. */
    private static double[] changes(List<Cut> cuts, boolean deviator) {
        double[] changes = new double[CollusionStudy.PERIODS];
        for (Cut cut : cuts) {
            List<Double> after = deviator ? cut.deviator() : cut.rivals();
            List<Double> usual = deviator ? cut.usualDeviator() : cut.usualRivals();
            for (int k = 0; k < changes.length; k++) {
                changes[k] += (after.get(k) - usual.get(k)) / cuts.size();
            }
        }
        return changes;
    }

    /** One line of JSON. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rule", rule);
        object.put("action", action);
        object.put("alpha", seller.rate());
        object.put("beta", seller.decay());
        object.put("collusionIndex", study.mean(Market::index));
        object.put("collusionIndexError", known(study.standardError(Market::index)));
        object.put("consumerSurplus", study.mean(Market::surplus));
        object.put("consumerSurplusError", known(study.standardError(Market::surplus)));
        object.put("price", study.mean(CollusionText::price));
        put(object, "seeds", Market::seed);
        put(object, "plays", Market::plays);
        put(object, "collusionIndices", Market::index);
        put(object, "consumerSurpluses", Market::surplus);
        List<Cut> cuts = study.cuts();
        if (!cuts.isEmpty()) {
            object.put("cuts", cuts.size());
            object.put("punished", cuts.stream().filter(Cut::punished).count());
            object.put("forgiven", cuts.stream().filter(Cut::forgiven).count());
            object.put("unprofitable", cuts.stream().filter(cut -> cut.gain() < 0).count());
            object.put("deviatorChange", changes(cuts, true));
            object.put("rivalsChange", changes(cuts, false));
        }
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a study is plain data", e);
        }
    }

    private static @org.jspecify.annotations.Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private void put(Map<String, Object> object, String key, Function<Market, Object> value) {
        object.put(key, study.markets().stream().map(value).toList());
    }
}
