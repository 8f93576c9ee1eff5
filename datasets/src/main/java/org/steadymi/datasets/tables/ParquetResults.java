package org.steadymi.datasets.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.steadymi.datasets.Rows;

/** Results as a Parquet file; in memory is one row group of at most 16 MiB. */
final class ParquetResults implements TableWriter {
  private static final long ROW_GROUP = 1L << 24;

  private final ParquetWriter<Row> writer;

  /** A row of a batch. */
  private record Row(RowBatch batch, Rows results, int at) {}

  ParquetResults(Path file, List<KeptColumn> kept, List<String> results) throws IOException {
    var builder =
        new Builder(new LocalOutputFile(file), new Support(kept, results))
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(ROW_GROUP)
            .withDictionaryEncoding(ROW, false);
    for (String result : results) {
      builder = builder.withDictionaryEncoding(result, false); // hardly a value comes twice
    }
    writer = builder.build();
  }

  @Override
  public void write(RowBatch batch, Rows results) throws IOException {
    for (int row = 0; row < batch.count(); row++) {
      writer.write(new Row(batch, results, row));
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final Support support;

    Builder(OutputFile file, Support support) {
      super(file);
      this.support = support;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return support;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }

  /** Columns: the row number, what is kept, the results. */
  private static final class Support extends WriteSupport<Row> {
    private final List<KeptColumn> kept;
    private final List<String> results;
    private RecordConsumer out;

    Support(List<KeptColumn> kept, List<String> results) {
      this.kept = kept;
      this.results = results;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema(), Map.of());
    }

    private MessageType schema() {
      Types.MessageTypeBuilder schema = Types.buildMessage();
      schema.addField(Types.required(PrimitiveTypeName.INT64).named(ROW));
      kept.forEach(column -> schema.addField(field(column)));
      results.forEach(name -> schema.addField(Types.optional(PrimitiveTypeName.FLOAT).named(name)));
      return schema.named("results");
    }

    private static PrimitiveType field(KeptColumn column) {
      PrimitiveTypeName stored =
          switch (column.type()) {
            case WHOLE -> PrimitiveTypeName.INT64;
            case NUMBER -> PrimitiveTypeName.DOUBLE;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case TRUTH -> PrimitiveTypeName.BOOLEAN;
            case TEXT -> PrimitiveTypeName.BINARY;
          };
      var field = Types.primitive(stored, Repetition.OPTIONAL);
      return column.type() == KeptType.TEXT
          ? field.as(LogicalTypeAnnotation.stringType()).named(column.name())
          : field.named(column.name());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(Row row) {
      out.startMessage();
      out.startField(ROW, 0);
      out.addLong(row.batch().numbers()[row.at()]);
      out.endField(ROW, 0);
      for (int i = 0; i < kept.size(); i++) {
        Object value = row.batch().kept().get(i).get(row.at());
        if (value != null) {
          keep(kept.get(i), i + 1, value);
        }
      }
      for (int i = 0; i < results.size(); i++) {
        float value = row.results().at(row.at(), i);
        if (!Float.isNaN(value)) {
          int index = 1 + kept.size() + i;
          out.startField(results.get(i), index);
          out.addFloat(value);
          out.endField(results.get(i), index);
        }
      }
      out.endMessage();
    }

    private void keep(KeptColumn column, int index, Object value) {
      out.startField(column.name(), index);
      switch (column.type()) {
        case WHOLE -> out.addLong((Long) value);
        case NUMBER -> out.addDouble((Double) value);
        case FLOAT -> out.addFloat((Float) value);
        case TRUTH -> out.addBoolean((Boolean) value);
        case TEXT -> out.addBinary(Binary.fromString((String) value));
      }
      out.endField(column.name(), index);
    }
  }
}
