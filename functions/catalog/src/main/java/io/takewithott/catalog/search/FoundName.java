package io.takewithott.catalog.search;

import io.takewithott.catalog.index.NameField;
import io.takewithott.catalog.text.Span;
import java.util.List;

/**
 * A title or a person that was found.
 *
 * @param text the name that fits best
 * @param spans which parts of it fit
 * @param score from 0 to a little over 1; the better known come first among equals
 */
public record FoundName(
    NameField field, long owner, String text, List<Span> spans, Reason reason, double score) {}
