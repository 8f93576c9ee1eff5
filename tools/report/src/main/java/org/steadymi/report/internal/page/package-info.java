/** The HTML page of a report. Not part of the interface. */
package org.steadymi.report.internal.page;
