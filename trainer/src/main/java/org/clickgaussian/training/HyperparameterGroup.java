package org.clickgaussian.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What hyperparameters belong to: a term of Eq. 13, or a part of the method around it. */
public enum HyperparameterGroup {
  /** How long and how fast a run learns. */
  RUN(
      List.of("x ← x − rate · m̂ / (√v̂ + ε)  (Adam)"),
      Hyperparameter.ITERATIONS,
      Hyperparameter.LEARNING_RATE,
      Hyperparameter.CHECKPOINT_INTERVAL),
  /** Which pixels an iteration sees. */
  SAMPLING(
      List.of("a pixel of segment s is drawn with weight |s|^−importance"),
      Hyperparameter.SAMPLED_PIXELS,
      Hyperparameter.UNIFORM_PIXELS,
      Hyperparameter.IMPORTANCE,
      Hyperparameter.POOL_FACTOR,
      Hyperparameter.POOL_RENEWALS),
  /** The contrastive terms. */
  CONTRASTIVE(
      List.of(
          "L_pos = −1/P² Σ_l Σ_p Σ_q 1[M_p = M_q] S(p, q)  (Eq. 3)",
          "L_neg = 1/P² Σ_l Σ_p Σ_q 1[M_p ≠ M_q] 1[S(p, q) > τ] S(p, q)  (Eq. 4)",
          "L_cont = w_pos L_pos + λ_neg L_neg  (Eq. 5; w_pos = 1 in the paper)"),
      Hyperparameter.POSITIVE_WEIGHT,
      Hyperparameter.NEGATIVE_WEIGHT,
      Hyperparameter.COARSE_MARGIN,
      Hyperparameter.FINE_MARGIN),
  /** Global feature-guided learning. */
  GLOBAL_GUIDANCE(
      List.of(
          "L_pos = −1/N Σ_l Σ_i 1[S(i, c_i) > τ^g] S(i, c_i)  (Eq. 7)",
          "L_neg = 1/N Σ_l Σ_i 1/C Σ_(c ≠ c_i) 1[S(i, c) > τ] S(i, c)  (Eq. 8)",
          "L_GFL = L_pos + L_neg  (Eq. 9), weighted with λ1"),
      Hyperparameter.GLOBAL_WEIGHT,
      Hyperparameter.GLOBAL_THRESHOLD,
      Hyperparameter.GLOBAL_START,
      Hyperparameter.GLOBAL_INTERVAL),
  /** The clusters that guidance, clicks and labels rest on. */
  CLUSTERS(
      List.of("candidates: HDBSCAN of the pooled features F̄_s = 1/|s| Σ_(p in s) F_p  (Eq. 6)"),
      Hyperparameter.COARSE_EPSILON,
      Hyperparameter.FINE_EPSILON,
      Hyperparameter.CLUSTER_SHARE,
      Hyperparameter.POOLED_PIXELS),
  /** The norms of features in space and in pictures. */
  NORMS(
      List.of(
          "L_3D = 1/N Σ_i (|f_i^c| − 1)² + (|f̄_i^c| − 1)²  (Eq. 10), weighted with λ2",
          "L_2D = 1/HW Σ_l Σ_p (|F_p| − r)²  (Eq. 11), weighted with λ3"),
      Hyperparameter.HYPERSPHERE_WEIGHT,
      Hyperparameter.RENDERED_NORM_WEIGHT),
  /** Likeness of neighbours in space. */
  SPATIAL(
      List.of("L = −1/(N_s K) Σ_i Σ_k ⟨f_i, f_k⟩  (Eq. 12), weighted with λ4"),
      Hyperparameter.SPATIAL_WEIGHT,
      Hyperparameter.SPATIAL_NEIGHBOURS,
      Hyperparameter.SPATIAL_SAMPLE),
  /** The shape of a feature. */
  LAYOUT(
      List.of("f^fine = f^c ⊕ f̄^c: the fine feature is the coarse one and a second half"),
      Hyperparameter.DIMENSIONS,
      Hyperparameter.COARSE_DIMENSIONS,
      Hyperparameter.GRANULARITY_PRIOR);

  private final List<String> equations;
  private final Set<Hyperparameter> parameters;

  HyperparameterGroup(List<String> equations, Hyperparameter... parameters) {
    this.equations = equations;
    this.parameters = Set.of(parameters);
  }

  /** Name in resource bundles, such as "global-guidance". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The equations that its hyperparameters stand in, one a line. */
  public List<String> equations() {
    return equations;
  }

  /** Its hyperparameters, in order. */
  public List<Hyperparameter> parameters() {
    return Arrays.stream(Hyperparameter.values()).filter(parameters::contains).toList();
  }

  static HyperparameterGroup of(Hyperparameter parameter) {
    return Arrays.stream(values())
        .filter(group -> group.parameters.contains(parameter))
        .findFirst()
        .orElseThrow();
  }
}
