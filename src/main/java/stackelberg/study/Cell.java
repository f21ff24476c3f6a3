package stackelberg.study;

import java.util.Map;
import stackelberg.scenario.Scenario;

/**
 * One combination of levels.
 *
 * @param levels axis → level, in the order of the axes
 * @param scenario what is trained
 * @param folder the name of its folder within the study's: what the levels are called, and a print
 *     of the scenario, so that a changed scenario is another cell
 */
public record Cell(Map<String, String> levels, Scenario scenario, String folder) {}
