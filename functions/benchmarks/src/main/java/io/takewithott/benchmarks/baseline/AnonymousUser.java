package io.takewithott.benchmarks.baseline;

import java.util.List;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.model.BooleanUserPreferenceArray;
import org.apache.mahout.cf.taste.impl.model.PlusAnonymousUserDataModel;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;

/** Taste's way to rank for somebody who is not in the data: as its one anonymous user. */
public final class AnonymousUser {
  private final DataModel data;

  /**
   * @param data of the kind that {@link TasteBaseline#ITEM_BASED_LLR} takes
   */
  public AnonymousUser(DataModel data) {
    this.data = data;
  }

  /** The best titles for somebody with these, best first. */
  public List<Long> top(List<Long> titles, int howMany) {
    PlusAnonymousUserDataModel extended = new PlusAnonymousUserDataModel(data);
    PreferenceArray own = new BooleanUserPreferenceArray(titles.size());
    own.setUserID(0, PlusAnonymousUserDataModel.TEMP_USER_ID);
    for (int i = 0; i < titles.size(); i++) {
      own.setItemID(i, titles.get(i));
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
