package org.steadymi.estimators.baselines;

import java.util.function.Consumer;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Correlations of the columns of x and y, shrunk.
 *
 * @param xWidth columns of x; the rest is y
 * @param all [d_x + d_y, d_x + d_y], 1 on the diagonal
 */
record Correlations(int xWidth, RealMatrix all) {
  /** Of the samples; what is off the diagonal is taken (1 − shrinkage) times. */
  static Correlations of(Points x, Points y, double shrinkage) {
    Points both = x.beside(y);
    double[][] products = products(Standardisation.of(both).applied(both));
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = i == j ? 1 : (1 - shrinkage) * products[i][j] / x.count();
        products[j][i] = products[i][j];
      }
    }
    return new Correlations(x.width(), MatrixUtils.createRealMatrix(products));
  }

  /**
   * From the singular values U S Vᵀ of L_x⁻¹ R_xy L_y⁻ᵀ, where L Lᵀ are the correlations of a side:
   * S, and the directions L_x⁻ᵀ U and L_y⁻ᵀ V.
   */
  CanonicalPairs canonical() {
    RealMatrix cross = all.getSubMatrix(0, xWidth - 1, xWidth, width() - 1);
    RealMatrix lx = cholesky(x()).getL();
    RealMatrix ly = cholesky(y()).getL();
    RealMatrix white = solved(ly, solved(lx, cross).transpose()).transpose();
    SingularValueDecomposition svd = new SingularValueDecomposition(white);
    return new CanonicalPairs(
        solvedTransposed(lx, svd.getU()).getData(),
        solvedTransposed(ly, svd.getV()).getData(),
        svd.getSingularValues());
  }

  private int width() {
    return all.getRowDimension();
  }

  private RealMatrix x() {
    return all.getSubMatrix(0, xWidth - 1, 0, xWidth - 1);
  }

  private RealMatrix y() {
    return all.getSubMatrix(xWidth, width() - 1, xWidth, width() - 1);
  }

  /** Sums of the products of columns over rows; the lower triangle. */
  private static double[][] products(Points points) {
    int width = points.width();
    double[][] sums = new double[width][width];
    for (int row = 0; row < points.count(); row++) {
      for (int i = 0; i < width; i++) {
        double at = points.at(row, i);
        for (int j = 0; j <= i; j++) {
          sums[i][j] += at * points.at(row, j);
        }
      }
    }
    return sums;
  }

  private static CholeskyDecomposition cholesky(RealMatrix matrix) {
    try {
      return new CholeskyDecomposition(matrix);
    } catch (MathIllegalArgumentException singular) {
      throw new IllegalArgumentException(
          "gaussian: expected columns that do not determine each other, or a shrinkage above 0",
          singular);
    }
  }

  /** L⁻¹ M. */
  private static RealMatrix solved(RealMatrix l, RealMatrix matrix) {
    return solved(matrix, column -> MatrixUtils.solveLowerTriangularSystem(l, column));
  }

  /** L⁻ᵀ M. */
  private static RealMatrix solvedTransposed(RealMatrix l, RealMatrix matrix) {
    RealMatrix upper = l.transpose();
    return solved(matrix, column -> MatrixUtils.solveUpperTriangularSystem(upper, column));
  }

  private static RealMatrix solved(RealMatrix matrix, Consumer<RealVector> solver) {
    RealMatrix solved = matrix.copy();
    for (int c = 0; c < matrix.getColumnDimension(); c++) {
      RealVector column = new ArrayRealVector(matrix.getColumn(c));
      solver.accept(column);
      solved.setColumnVector(c, column);
    }
    return solved;
  }
}
