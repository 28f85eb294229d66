# Reference vectors of the methods on time to closing, made with R's package survival on series that this script makes itself
# and on the package's own data set aml (Miller 1997, «Survival Analysis»). Run: Rscript tests/reference/survival.R
suppressMessages(library(survival))
folder <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1])), "vectors")
keep <- function(data, file) write.csv(format(data, digits = 15, trim = TRUE, scientific = FALSE), file.path(folder, file), row.names = FALSE, quote = FALSE)

set.seed(1844)
made <- function(name, n, rates, late, kinds) {
  group <- sample(seq_along(rates), n, replace = TRUE)
  end <- ceiling(rexp(n) / rates[group] * 40)              # whole numbers: many ties
  watch <- ceiling(runif(n, 5, 120))
  entry <- if (late) ifelse(runif(n) < 0.5, 0, floor(runif(n, 0, 30))) else rep(0, n)
  kind <- sample(seq_len(kinds), n, replace = TRUE, prob = c(4, 2, 1)[seq_len(kinds)])
  d <- data.frame(set = name, group = group, entry = entry, time = pmin(end, watch), ending = ifelse(end <= watch, kind, 0))
  d[d$entry < d$time, ]
}
sets <- list(data.frame(set = "aml", group = as.integer(aml$x), entry = 0, time = aml$time, ending = aml$status),
             made("two", 60, c(1, 1.6), FALSE, 1), made("four", 150, c(1, 1.2, 0.8, 1), FALSE, 3),
             made("late", 120, c(1, 1.5), TRUE, 1), made("lateways", 200, c(1, 0.7, 1.3), TRUE, 3))
untied <- made("untied", 160, c(1, 0.6, 1.2), TRUE, 1)
untied$time <- untied$time * 1000 + sample(nrow(untied)); untied$entry <- untied$entry * 1000
sets <- c(sets, list(untied))
keep(do.call(rbind, sets), "survival_data.csv")

curve_of <- function(d) survfit(Surv(entry, time, ending > 0) ~ 1, data = transform(d, entry = ifelse(entry > 0, entry, -1)), conf.type = "log-log")
curves <- do.call(rbind, lapply(sets, function(s) do.call(rbind, lapply(sort(unique(s$group)), function(g) {
  f <- summary(curve_of(s[s$group == g, ]))
  data.frame(set = s$set[1], group = g, time = f$time, at_risk = f$n.risk, closed = f$n.event, open = f$surv, error = f$std.err, low = f$lower, high = f$upper)
}))))
keep(curves, "kaplan_meier.csv")

quantiles <- do.call(rbind, lapply(sets, function(s) do.call(rbind, lapply(sort(unique(s$group)), function(g) {
  q <- quantile(curve_of(s[s$group == g, ]), c(0.25, 0.5, 0.8, 0.9))
  data.frame(set = s$set[1], group = g, share = c(0.25, 0.5, 0.8, 0.9), time = q$quantile, low = q$lower, high = q$upper)
}))))
keep(quantiles, "time_quantile.csv")

# survdiff knows no late entry; without ties the score test of the Cox model is the same test with it, so one late set has no ties.
tests <- do.call(rbind, lapply(sets[sapply(sets, function(s) all(s$entry == 0) || s$set[1] == "untied")], function(s) {
  degrees <- length(unique(s$group)) - 1
  chi2 <- if (all(s$entry == 0)) survdiff(Surv(time, ending > 0) ~ group, data = s)$chisq else
    coxph(Surv(ifelse(entry > 0, entry, -1), time, ending > 0) ~ factor(group), data = s)$score
  data.frame(set = s$set[1], chi2 = chi2, degrees = degrees, p = pchisq(chi2, degrees, lower.tail = FALSE))
}))
keep(tests, "log_rank.csv")
expected <- do.call(rbind, lapply(sets[sapply(sets, function(s) all(s$entry == 0))], function(s) {
  t <- survdiff(Surv(time, ending > 0) ~ group, data = s)
  data.frame(set = s$set[1], group = sort(unique(s$group)), observed = t$obs, expected = t$exp)
}))
keep(expected, "log_rank_groups.csv")

# Shares by survfit's multi-state estimate; its errors are infinitesimal jackknife, so ours (delta method, Marubini & Valsecchi 10.12)
# are computed here from the formula, and survfit's stand beside them: equal without late entry, within 2 % with it.
delta_error <- function(d, kind, at) {
  times <- sort(unique(d$time[d$ending > 0]))
  n <- sapply(times, function(t) sum(d$entry < t & d$time >= t)); all <- sapply(times, function(t) sum(d$time == t & d$ending > 0))
  own <- sapply(times, function(t) sum(d$time == t & d$ending == kind))
  before <- c(1, cumprod(1 - all / n))[seq_along(times)]; share <- cumsum(before * own / n)
  sapply(at, function(t) {
    j <- times <= t; f <- max(share[j]) - share[j]
    a <- ifelse(all[j] < n[j], all[j] / (n[j] * (n[j] - all[j])), 0)
    sqrt(sum(f^2 * a) + sum(before[j]^2 * own[j] * (n[j] - own[j]) / n[j]^3) - 2 * sum(f * before[j] * own[j] / n[j]^2))
  })
}
ways <- do.call(rbind, lapply(sets[sapply(sets, function(s) max(s$ending) > 1)], function(s) {
  s$id <- seq_len(nrow(s)); s$entry <- ifelse(s$entry > 0, s$entry, -1)
  f <- survfit(Surv(entry, time, factor(ending, 0:3)) ~ 1, data = s, id = id)
  do.call(rbind, lapply(1:3, function(kind) {
    at <- sort(unique(s$time[s$ending == kind])); row <- match(at, f$time)
    data.frame(set = s$set[1], ending = kind, time = at, share = f$pstate[row, kind + 1], error = delta_error(s, kind, at), jackknife = f$std.err[row, kind + 1])
  }))
}))
keep(ways, "aalen_johansen.csv")

# Overdue forecast: chances by the curve of each group of «four»; the interval by the exact distribution (convolution).
s <- sets[[3]]; set.seed(7)
open <- data.frame(stratum = sample(1:4, 40, replace = TRUE), age = sample(0:40, 40, replace = TRUE))
open$due <- open$age + sample(-5:60, 40, replace = TRUE)
at <- function(g, t) { f <- curve_of(s[s$group == g, ]); c(1, f$surv)[findInterval(t, f$time) + 1] }
open$chance <- mapply(function(g, a, d) if (d < a || d - a > 30) 0 else at(g, d) / at(g, a), open$stratum, open$age, open$due)
due <- open$due >= open$age & open$due - open$age <= 30
mass <- 1
for (p in open$chance[due]) mass <- c(mass * (1 - p), 0) + c(0, mass * p)
upto <- cumsum(mass)
keep(open, "overdue_chances.csv")
keep(data.frame(due = sum(due), expected = sum(open$chance), low = min(which(upto > 0.025)) - 1, high = min(which(upto >= 0.975)) - 1), "overdue_forecast.csv")
