/**
 * What the catalogue says of titles, in the form that the model carries: genres, people, countries,
 * keywords, year, form, age rating. From it comes how like each other two titles are, so that one
 * that nobody rated has a place and a score all the same. Every fact may be absent.
 */
@NullMarked
package io.takewithott.recommender.content;

import org.jspecify.annotations.NullMarked;
