package org.clickgaussian.runs;

import java.util.List;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.TruthObject;
import org.clickgaussian.evaluation.ViewScore;

/**
 * How well a method found an object in a view.
 *
 * @param object what was looked for
 * @param score how well it was found
 */
record ScoreRow(TruthObject object, ViewScore score) {

  /** All objects of a method at their own level, in all views where they are to be seen. */
  static List<ScoreRow> of(SceneScores scores, String method) {
    return scores.objects().stream()
        .flatMap(object -> scores.own(method, object).stream())
        .flatMap(each -> each.views().stream().map(view -> new ScoreRow(each.object(), view)))
        .toList();
  }
}
