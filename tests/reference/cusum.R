# cusum.R: vectors of tests/unit/stats/cusum.cpp by surveillance::algo.cusum on made-up counts. Run: Rscript cusum.R
# The package never resets: "after_alarm" runs it anew on what follows each alarm.
suppressMessages(library(surveillance))
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "common.R"))
set.seed(20262)
run <- function(x, m, trans) algo.cusum(create.disProg(week = 0:length(x), observed = c(m, x), state = rep(0, length(x) + 1)), control = list(range = 2:(length(x) + 1), k = 1.04, h = 2.26, m = m, trans = trans))
with_reset <- function(x, m, trans) {
  out <- list(cusum = numeric(0), upperbound = numeric(0), alarm = numeric(0))
  while (length(x) > 0) {
    part <- run(x, m, trans)
    end <- if (any(part$alarm > 0)) which(part$alarm > 0)[1] else length(x)
    for (key in names(out)) out[[key]] <- c(out[[key]], part[[key]][1:end])
    x <- x[-(1:end)]
  }
  out
}
rows <- NULL
for (m in c(0.7, 4, 25)) for (trans in c("rossi", "standard")) for (reset in c("never", "after_alarm")) {
  x <- c(rpois(15, m), rpois(15, m * 1.5 + 1), rpois(10, m))
  r <- if (reset == "never") run(x, m, trans) else with_reset(x, m, trans)
  rows <- rbind(rows, data.frame(m, trans, reset, counts = in_cell(x), sum = in_cell(r$cusum), upper = in_cell(r$upperbound), alarm = in_cell(r$alarm)))
}
write_vectors(rows, "cusum.csv")
