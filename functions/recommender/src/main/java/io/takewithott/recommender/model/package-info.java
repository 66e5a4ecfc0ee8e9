/**
 * What training produces: an immutable hybrid of the signals that make a ranking and their weights,
 * of predicted stars, and of what the catalogue says of the titles; its binary form and its place
 * in S3. It knows titles and no users; a user is folded in when ranked.
 */
@NullMarked
package io.takewithott.recommender.model;

import org.jspecify.annotations.NullMarked;
