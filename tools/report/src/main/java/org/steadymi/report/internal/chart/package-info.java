/**
 * Charts as SVG that follows the colours and the font of the page around it. Not part of the
 * interface.
 *
 * <p>A chart is drawn for a given width, with as many ticks and labels as have room there; the page
 * holds it in several widths and shows the one that fits, and a file of its own holds it in one
 * width with the colours filled in ({@link org.steadymi.report.internal.chart.SvgFile}). One class
 * draws one kind of chart; they share the {@link org.steadymi.report.internal.chart.Scale}, the
 * {@link org.steadymi.report.internal.chart.Plot} with its axes, and the placing of labels.
 */
package org.steadymi.report.internal.chart;
