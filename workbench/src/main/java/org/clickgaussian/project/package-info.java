/**
 * What lies on disk around a scene: mask sets, runs, annotations, the scenes beside it. Looks and
 * never reads whole files; knows nothing of the window.
 */
package org.clickgaussian.project;
