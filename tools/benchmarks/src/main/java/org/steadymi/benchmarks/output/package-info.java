/** Results for people, on a terminal or as Markdown, and as JSON. */
package org.steadymi.benchmarks.output;
