package stackelberg.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One place on an axis.
 *
 * @param label what it is called
 * @param settings what it sets: a path into the scenario, such as {@code episode.responsePlays} or
 *     {@code followers[0].rate}, and the JSON value there
 */
public record Level(String label, Map<String, JsonNode> settings) {}
