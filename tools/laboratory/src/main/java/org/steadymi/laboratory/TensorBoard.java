package org.steadymi.laboratory;

import java.nio.file.Path;
import org.steadymi.estimators.EventFiles;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;

/**
 * Writes the curves of finished cells as event files for TensorBoard, one run a replica, such as
 * {@code onehot-drift/batch=100,loss=mine/1}.
 *
 * @param folder the folder that TensorBoard is pointed at
 * @param study name of the study
 */
public record TensorBoard(Path folder, String study) implements Observer {
  @Override
  public void finished(CellKey key, CellResult result) {
    for (int r = 0; r < result.curves().size(); r++) {
      String run = "%s/%s/%d".formatted(study, key.fileName(), r + 1);
      EventFiles.write(folder, run, result.curves().get(r));
    }
  }
}
