/** The command line: one class per verb, each of which parses, delegates and prints. */
package org.steadymi.launcher;
