/** Markup that is well-formed HTML and well-formed XML at once. Not part of the interface. */
package org.steadymi.report.internal.markup;
