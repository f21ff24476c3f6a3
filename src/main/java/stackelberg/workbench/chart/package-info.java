/**
 * The live charts. What is drawn ({@link stackelberg.workbench.chart.ChartLines}) is worked out
 * without a toolkit; JFreeChart draws it.
 */
@NullMarked
package stackelberg.workbench.chart;

import org.jspecify.annotations.NullMarked;
