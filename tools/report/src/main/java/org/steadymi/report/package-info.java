/**
 * Results as data and as a document: a small model of what a run found ({@link
 * org.steadymi.report.Report}) and its rendering as one self-contained HTML file, as JSON, as CSV
 * and as SVG files.
 *
 * <p>The model knows nothing about mutual information: it holds text, numbers, charts and tables.
 * Every type is an immutable record that validates itself and survives the way to JSON and back
 * unchanged, so that a folder of results can be rendered again at any time, to the same bytes.
 *
 * <pre>{@code
 * Series joint = Series.steps("joint term", curve);
 * LineChart chart =
 *     LineChart.of("MINE, batch 100", "step", "nats", joint)
 *         .withReferences(ReferenceLine.at(2.77, "true MI 2.77"));
 * Section section = new Section("one-hot", "Drift", "Both terms move together.", List.of(chart));
 * Report report = new Report("Demo", List.of("MINE drifts"), Map.of("seed", "1"), List.of(section));
 * ReportWriter.write(directory, report);
 * }</pre>
 */
package org.steadymi.report;
