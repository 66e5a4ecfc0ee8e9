package io.takewithott.benchmarks.quality;

import io.takewithott.benchmarks.baseline.TasteBaseline;
import io.takewithott.benchmarks.baseline.TasteRanking;
import io.takewithott.recommender.score.History;
import java.util.List;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.model.BooleanUserPreferenceArray;
import org.apache.mahout.cf.taste.impl.model.PlusAnonymousUserDataModel;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;

/** Taste's way to rank for somebody who is not in the data: as its one anonymous user. */
final class AnonymousUser {
  private AnonymousUser() {}

  static List<Long> top(DataModel data, History history, int howMany) {
    PlusAnonymousUserDataModel extended = new PlusAnonymousUserDataModel(data);
    PreferenceArray own = new BooleanUserPreferenceArray(history.size());
    own.setUserID(0, PlusAnonymousUserDataModel.TEMP_USER_ID);
    for (int i = 0; i < history.size(); i++) {
      own.setItemID(i, history.entries().get(i).titleId());
    }
    extended.setTempPrefs(own);
    try {
      return new TasteRanking(TasteBaseline.ITEM_BASED_LLR.over(extended))
          .top(PlusAnonymousUserDataModel.TEMP_USER_ID, howMany);
    } catch (TasteException e) {
      throw new IllegalStateException("Taste did not take an anonymous user", e);
    }
  }
}
