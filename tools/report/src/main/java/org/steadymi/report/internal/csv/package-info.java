/** The data behind charts and tables as CSV. Not part of the interface. */
package org.steadymi.report.internal.csv;
