/** What options of several verbs have in common. */
package org.steadymi.benchmarks.options;
