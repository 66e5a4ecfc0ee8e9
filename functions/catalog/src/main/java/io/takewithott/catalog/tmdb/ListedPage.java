package io.takewithott.catalog.tmdb;

import java.util.List;

/**
 * A page of a list.
 *
 * @param pages how many there are, as the answer says
 */
public record ListedPage(List<TitleKey> titles, int pages) {}
