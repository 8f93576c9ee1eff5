package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One piece of a section: a chart, charts side by side, a table or a note. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LineChart.class, name = "line-chart"),
  @JsonSubTypes.Type(value = DotChart.class, name = "dot-chart"),
  @JsonSubTypes.Type(value = ScatterChart.class, name = "scatter-chart"),
  @JsonSubTypes.Type(value = Histogram.class, name = "histogram"),
  @JsonSubTypes.Type(value = HeatMap.class, name = "heat-map"),
  @JsonSubTypes.Type(value = Thumbnails.class, name = "thumbnails"),
  @JsonSubTypes.Type(value = Grid.class, name = "grid"),
  @JsonSubTypes.Type(value = Table.class, name = "table"),
  @JsonSubTypes.Type(value = Note.class, name = "note"),
})
public sealed interface Block permits Chart, Grid, Table, Note {}
