/**
 * How work is measured: a peer is a process that does units of work on command, one line of text a
 * command, so that a driver can take turns among several. The Python side is {@code
 * peers/protocol.py}.
 */
package org.steadymi.benchmarks.protocol;
