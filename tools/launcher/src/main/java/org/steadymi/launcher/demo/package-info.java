/** The demonstration: three small studies on built-in data, and the report that shows them. */
package org.steadymi.launcher.demo;
