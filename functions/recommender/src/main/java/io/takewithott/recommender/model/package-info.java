/**
 * What training produces: an immutable hybrid of latent factors, item neighbours and popularity,
 * its binary form and its place in S3. It knows titles and no users; a user is folded in when
 * ranked.
 */
@NullMarked
package io.takewithott.recommender.model;

import org.jspecify.annotations.NullMarked;
