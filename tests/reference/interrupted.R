# interrupted.R: vectors of tests/unit/stats/interrupted.cpp by R glm(family = quasipoisson) on made-up counts. Run: Rscript interrupted.R
# Dispersion below 1 counts as 1, as in the program; intervals by Student's t.
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "common.R"))
set.seed(20264)
rows <- NULL
add <- function(name, y, start, harmonics) {
  t <- seq_along(y) - 1
  since <- t - start
  after <- as.numeric(t >= start)
  x <- cbind(since, after, both = since * after)
  for (h in seq_len(harmonics)) x <- cbind(x, sin(2 * pi * h * t / 52.1775), cos(2 * pi * h * t / 52.1775))
  fit <- glm(y ~ x, family = quasipoisson, control = glm.control(epsilon = 1e-14, maxit = 100))
  phi <- max(1, summary(fit)$dispersion)
  s <- summary(fit, dispersion = phi)$coefficients
  df <- fit$df.residual
  reach <- qt(0.975, df)
  b <- s[, 1]; e <- s[, 2]
  p <- 2 * pt(-abs(b / e), df)
  rows <<- rbind(rows, data.frame(name, start, harmonics, counts = in_cell(y), dispersion = phi, level = exp(b[3]), level_low = exp(b[3] - reach * e[3]), level_high = exp(b[3] + reach * e[3]), level_p = p[3],
    slope = exp(b[4]), slope_low = exp(b[4] - reach * e[4]), slope_high = exp(b[4] + reach * e[4]), slope_p = p[4], before = exp(b[2])))
}
week <- 0:119
add("drop", rpois(120, exp(3 - 0.5 * (week >= 60))), 60, 0)
add("slope", rnbinom(120, size = 8, mu = exp(2 + 0.01 * week - 0.02 * (week - 50) * (week >= 50))), 50, 0)
add("season", rnbinom(156, size = 10, mu = exp(2.5 + 0.6 * sin(2 * pi * (0:155) / 52.1775) - 0.4 * (0:155 >= 100))), 100, 2)
add("short", rpois(24, 6), 12, 0)
add("underdispersed", rep(c(9, 10, 11, 10), 10), 20, 0)
write_vectors(rows, "interrupted.csv")
