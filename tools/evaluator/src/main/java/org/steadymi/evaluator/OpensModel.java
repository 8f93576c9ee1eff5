package org.steadymi.evaluator;

/** A verb that opens a SavedModel, and is therefore run in a process of its own. */
public interface OpensModel {}
