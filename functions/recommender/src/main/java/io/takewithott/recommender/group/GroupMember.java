package io.takewithott.recommender.group;

import io.takewithott.recommender.score.Viewer;

/** One of those who watch together. */
public record GroupMember(long userId, Viewer viewer) {}
