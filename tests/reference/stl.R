# stl.R: vectors of tests/unit/stats/stl.cpp by R stl() on made-up series. Run: Rscript stl.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "common.R"))
set.seed(20265)
monthly <- round(50 + 0.2 * (1:96) + 12 * sin(2 * pi * (1:96) / 12) + rnorm(96, 0, 4), 2)
monthly[40] <- 140
weekly <- rpois(271, exp(2 + 0.4 * sin(2 * pi * (1:271) / 52) + 0.003 * (1:271)))
# An odd number: of an even one stl() asks its partial sort for the two middle values in falling order and now and then gets a wrong median
# (seen with 270 weeks in the fourth robust loop: 2.947 instead of 3.518 for their sum; statsmodels and the program have 3.518).
rows <- NULL
add <- function(name, y, period, ...) {
  fit <- stl(ts(y, frequency = period), ...)
  w <- fit$win; d <- fit$deg; j <- fit$jump
  parts <- fit$time.series
  rows <<- rbind(rows, data.frame(name, period, ns = w[["s"]], nt = w[["t"]], nl = w[["l"]], ds = d[["s"]], dt = d[["t"]], dl = d[["l"]], js = j[["s"]], jt = j[["t"]], jl = j[["l"]], inner = fit$inner, outer = fit$outer,
    y = in_cell(y), seasonal = in_cell(parts[, 1]), trend = in_cell(parts[, 2]), weights = in_cell(fit$weights)))
}
add("plain", monthly, 12, s.window = 7)
add("robust", monthly, 12, s.window = 7, robust = TRUE)
add("wide", monthly, 12, s.window = 35, t.window = 19, s.degree = 1, inner = 3, outer = 2)
add("every_point", monthly, 12, s.window = 11, s.degree = 1, t.degree = 0, l.degree = 0, s.jump = 1, t.jump = 1, l.jump = 1)
add("weekly", weekly, 52, s.window = 9)
add("weekly_robust", weekly, 52, s.window = 9, robust = TRUE)
write_vectors(rows, "stl.csv")
