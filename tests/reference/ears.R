# ears.R: vectors of tests/unit/stats/ears.cpp. EARS C1, C2, C3 by surveillance::earsC on made-up weekly counts. Run: Rscript ears.R
suppressMessages(library(surveillance))
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "common.R"))
set.seed(20261)
series <- list(sparse = rpois(30, 0.4), usual = rpois(30, 6), burst = c(rpois(20, 4), 9, 14, 21, 30, 12, rpois(5, 4)), large = rpois(30, 300), flat = c(rep(3, 20), 8, rep(3, 9)))
rows <- NULL
for (name in names(series)) for (method in c("C1", "C2", "C3")) for (baseline in c(7, 5)) for (minSigma in c(0.5, 1)) {
  alpha <- if (method == "C3") 0.025 else 0.001
  run <- earsC(sts(series[[name]], start = c(2026, 1), frequency = 52), control = list(range = 15:30, method = method, baseline = baseline, minSigma = minSigma, alpha = alpha))
  for (at in c(15, 21, 22, 23, 25, 30))
    rows <- rbind(rows, data.frame(name, method, baseline, min_sigma = minSigma, alpha, series = in_cell(series[[name]][1:at]), upper = upperbound(run)[at - 14], alarm = as.numeric(alarms(run)[at - 14])))
}
write_vectors(rows, "ears.csv")
