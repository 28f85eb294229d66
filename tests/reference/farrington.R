# farrington.R: vectors of tests/unit/stats/farrington.cpp by surveillance::farringtonFlexible on made-up series. Run: Rscript farrington.R
# Columns expected … trend come from the package with two things mended, which the program does not copy (docs/methods.md):
#  - after reweighting the package keeps the prior weights in place of the working weights, so that summary() and predict() take a wrong
#    dispersion for the standard error of the prediction and for the p-value of the trend;
#  - that dispersion may be below 1, although the one of the bound may not.
# Its fits are also driven to 1e-14 instead of 1e-8, so that the numbers can be compared to six digits. shipped_upper is the bound of the package as it is.
suppressMessages(library(surveillance))
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "common.R"))
shipped <- surveillance:::algo.farrington.fitGLM.flexible
strict <- shipped
environment(strict) <- list2env(list(glm = function(...) {
  call <- match.call()
  call[[1]] <- quote(stats::glm)
  call$control <- list(epsilon = 1e-14, maxit = 100)
  eval(call, parent.frame())
}), parent = asNamespace("surveillance"))
mended <- function(...) {
  model <- strict(...)
  if (is.null(model)) return(NULL)
  model$weights <- model$prior.weights * model$fitted.values
  model$weights <- model$weights * model$phi / summary(model)$dispersion
  model
}
set.seed(20268)
n <- 330
t <- 1:n
series <- list(
  seasonal = rnbinom(n, size = 10, mu = exp(2.3 + 0.5 * cos(2 * pi * t / 52) + 0.002 * t)),
  small = rpois(n, exp(0.3 + 0.4 * sin(2 * pi * t / 52))),
  large = rnbinom(n, size = 30, mu = exp(5 + 0.3 * sin(2 * pi * t / 52))),
  steady = rbinom(n, 12, 0.5))
series$outbreaks <- series$seasonal
series$outbreaks[c(110:113, 215:216, 325)] <- series$outbreaks[c(110:113, 215:216, 325)] + 40
settings <- list(
  original = list(b = 4, w = 3, noPeriods = 1, pastWeeksNotIncluded = 3, weightsThreshold = 1, pThresholdTrend = 0.05, alpha = 0.05, powertrans = "2/3", thresholdMethod = "delta"),
  noufaily = list(b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58, pThresholdTrend = 1, alpha = 0.005, powertrans = "2/3", thresholdMethod = "delta"),
  nb = list(b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58, pThresholdTrend = 1, alpha = 0.01, powertrans = "2/3", thresholdMethod = "nbPlugin"),
  half = list(b = 3, w = 2, noPeriods = 6, pastWeeksNotIncluded = 26, weightsThreshold = 2.58, pThresholdTrend = 0.05, alpha = 0.05, powertrans = "1/2", thresholdMethod = "delta"),
  none = list(b = 3, w = 4, noPeriods = 1, pastWeeksNotIncluded = 4, weightsThreshold = 2.58, pThresholdTrend = 1, alpha = 0.05, powertrans = "none", thresholdMethod = "delta"),
  two_years = list(b = 2, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58, pThresholdTrend = 1, alpha = 0.05, powertrans = "2/3", thresholdMethod = "delta"),
  plain = list(b = 4, w = 3, noPeriods = 1, pastWeeksNotIncluded = 3, reweight = FALSE, weightsThreshold = 0, pThresholdTrend = 1, alpha = 0.05, powertrans = "2/3", thresholdMethod = "delta"))
weeks <- c(300, 312, 325, 330)
rows <- NULL
for (name in names(series)) for (setting in names(settings)) {
  control <- c(settings[[setting]], list(range = 300:330, glmWarnings = FALSE))
  data <- sts(series[[name]], start = c(2020, 1), frequency = 52)
  assignInNamespace("algo.farrington.fitGLM.flexible", shipped, "surveillance")
  before <- suppressWarnings(farringtonFlexible(data, control))
  assignInNamespace("algo.farrington.fitGLM.flexible", mended, "surveillance")
  run <- suppressWarnings(farringtonFlexible(data, control))
  s <- settings[[setting]]
  for (k in weeks) {
    i <- k - 299
    rows <- rbind(rows, data.frame(name, setting, k, years = s$b, half_window = s$w, seasons = s$noPeriods, left_out = s$pastWeeksNotIncluded, threshold = s$weightsThreshold, trend_p = s$pThresholdTrend,
      alpha = s$alpha, power = s$powertrans, form = s$thresholdMethod, expected = run@control$expected[i], upper = upperbound(run)[i], p = run@control$pvalue[i], score = run@control$score[i],
      dispersion = run@control$phiVector[i], trend = run@control$trendVector[i], alarm = as.numeric(alarms(run)[i]), shipped_upper = upperbound(before)[i]))
  }
}
write_vectors(rows, "farrington.csv")
write_vectors(data.frame(name = names(series), counts = sapply(series, in_cell)), "farrington_series.csv")
