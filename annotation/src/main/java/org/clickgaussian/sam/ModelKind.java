package org.clickgaussian.sam;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The families of models; a description's tensors say how one is run. */
public enum ModelKind {
  /** Segment Anything: one embedding. */
  @JsonProperty("sam")
  SAM("Segment Anything"),
  /** MobileSAM: a small encoder that yields Segment Anything's embedding. */
  @JsonProperty("mobile-sam")
  MOBILE_SAM("MobileSAM"),
  /** EfficientSAM: prompts come as several queries of one image. */
  @JsonProperty("efficient-sam")
  EFFICIENT_SAM("EfficientSAM"),
  /** Segment Anything 2 on single images: an embedding and two maps of higher resolution. */
  @JsonProperty("sam-2")
  SAM_2("Segment Anything 2");

  private final String title;

  ModelKind(String title) {
    this.title = title;
  }

  /** The family's name, for a person. */
  public String title() {
    return title;
  }
}
