package org.steadymi.datasets.fetch;

/** Is told how far a fetch is. */
public interface FetchProgress {
  /** So many bytes are to come; called once, and not at all where nothing is to come. */
  void begins(long bytes);

  /** So many of them are here: less than before where a download had to begin again. */
  void at(long bytes);
}
