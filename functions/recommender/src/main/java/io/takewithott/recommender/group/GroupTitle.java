package io.takewithott.recommender.group;

import java.util.List;

/**
 * A title for a group.
 *
 * @param members what it is to each of them, by ascending user id
 */
public record GroupTitle(long titleId, List<MemberView> members) {
  public GroupTitle {
    members = List.copyOf(members);
  }

  /**
   * What a title is to one of the group.
   *
   * @param score 1 for the title that suits them best of the catalogue, 0 for the one that does
   *     least
   * @param stars what they are predicted to give it
   * @param rank its place in their own ranking, from 1
   * @param because their own titles that it mostly came from, strongest first
   */
  public record MemberView(long userId, double score, double stars, int rank, List<Long> because) {
    public MemberView {
      because = List.copyOf(because);
    }
  }
}
