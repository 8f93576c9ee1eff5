/** The command line of the evaluation tool: parse, delegate, print. */
package org.steadymi.evaluator.cli;
