/** What a study is: settings, cells, and the conclusion drawn from their results. */
package org.steadymi.laboratory.study;
