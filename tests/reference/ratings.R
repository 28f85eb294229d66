# Reference vectors of the fair ratings: exact and approximate intervals, funnels with overdispersion, empirical Bayes.
# R's own distributions, and spdep::EBest for Marshall's rates. Run: Rscript tests/reference/ratings.R
suppressMessages(library(spdep))
folder <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1])), "vectors")
keep <- function(data, file) write.csv(format(data, digits = 15, trim = TRUE, scientific = FALSE), file.path(folder, file), row.names = FALSE, quote = FALSE)

y <- c(0, 1, 2, 3, 5, 8, 12, 20, 47, 150, 1200)
exact <- t(sapply(y, function(k) poisson.test(k)$conf.int))
mid <- function(k, tail) uniroot(function(m) ppois(k, m) - dpois(k, m) / 2 - tail, c(1e-12, k * 2 + 20), tol = 1e-12)$root
z <- qnorm(0.975)
byar <- function(k, side) k * (1 - 1 / (9 * k) + side * z / (3 * sqrt(k)))^3
keep(data.frame(count = y, low = exact[, 1], high = exact[, 2], mid_low = c(0, sapply(y[-1], mid, tail = 0.975)), mid_high = sapply(y, mid, tail = 0.025),
                byar_low = ifelse(y == 0, 0, byar(pmax(y, 1), -1)), byar_high = byar(y + 1, 1)), "poisson_interval.csv")

tails <- c(0.025, 0.975, 0.001, 0.999); names4 <- c("low95", "high95", "low998", "high998")
ratio <- t(sapply(c(0.5, 3, 15, 20, 30, 240.5), function(e) c(e, qchisq(tails[1], 2 * e) / 2 / e, qchisq(tails[2], 2 * (e + 1)) / 2 / e, qchisq(tails[3], 2 * e) / 2 / e, qchisq(tails[4], 2 * (e + 1)) / 2 / e)))
keep(setNames(data.frame("poisson", 1, ratio), c("kind", "target", "n", names4)) -> poisson, "funnel_poisson.csv")
grid <- expand.grid(target = c(0.03, 0.5, 0.87), n = c(5, 9, 40, 600))
binomial <- t(mapply(function(p, n) sapply(tails, function(tail) {   # Spiegelhalter 2005, A.1.1
  r <- qbinom(tail, n, p); if (pbinom(r, n, p) <= tail) r <- r + 1
  a <- (pbinom(r, n, p) - tail) / (pbinom(r, n, p) - pbinom(r - 1, n, p)); min(1, max(0, (r - a) / n))
}), grid$target, grid$n))
arcsine <- t(mapply(function(p, n) sapply(qnorm(tails), function(q) sin(min(pi / 2, max(0, asin(sqrt(p)) + q / (2 * sqrt(n)))))^2), grid$target, grid$n))
keep(rbind(setNames(data.frame("binomial", grid, binomial), c("kind", "target", "n", names4)), setNames(data.frame("arcsine", grid, arcsine), c("kind", "target", "n", names4))), "funnel_share.csv")

set.seed(1844)
n <- round(exp(runif(24, 1.7, 6))); x <- rbinom(24, n, pmin(0.99, pmax(0.01, rnorm(24, 0.85, 0.06)))); x[3] <- round(n[3] * 0.4)
target <- sum(x) / sum(n)
points <- function(z, s, share) {
  w <- pmin(pmax(z, quantile(z, share)), quantile(z, 1 - share)); k <- length(z); phi <- sum(w^2) / k; v <- 1 / s^2
  c(phi, max(0, (k * phi - (k - 1)) / (sum(v) - sum(v^2) / sum(v))))
}
s <- 1 / (2 * sqrt(n)); zs <- (asin(sqrt(x / n)) - asin(sqrt(target))) / s
e <- n * 0.15 * exp(rnorm(24, 0, 0.1)); o <- rpois(24, e * exp(rnorm(24, 0, 0.3))); zr <- 2 * (sqrt(o) - sqrt(e)); sr <- 1 / (2 * sqrt(e))
limits <- function(centre, error, back) sapply(qnorm(tails), function(q) back(centre + q * error))
share <- function(a) sin(min(pi / 2, max(0, a)))^2; square <- function(a) max(0, a)^2
a <- points(zs, s, 0.1); b <- points(zr, sr, 0.1)
keep(data.frame(n = n, x = x, observed = o, expected = e, z_share = zs, z_ratio = zr,
  setNames(data.frame(t(sapply(s, function(v) limits(asin(sqrt(target)), sqrt(v^2 + a[2]), share)))), paste0("share_added_", names4)),
  setNames(data.frame(t(sapply(s, function(v) limits(asin(sqrt(target)), v * sqrt(max(1, a[1])), share)))), paste0("share_multiplied_", names4)),
  setNames(data.frame(t(sapply(sr, function(v) limits(1, sqrt(v^2 + b[2]), square)))), paste0("ratio_added_", names4)),
  setNames(data.frame(t(sapply(sr, function(v) limits(1, v * sqrt(max(1, b[1])), square)))), paste0("ratio_multiplied_", names4))), "funnel_spread.csv")
keep(data.frame(scale = c("share", "ratio", "share0", "chance"), phi = c(a[1], b[1], points(zs, s, 0)[1], points(zs / 9, s, 0.1)[1]), tau2 = c(a[2], b[2], points(zs, s, 0)[2], points(zs / 9, s, 0.1)[2])), "overdispersion.csv")

# Marshall: the SIDS counts of North Carolina's first counties are those of spData (Cressie & Read 1985); and two synthetic sets, the second
# with s² < 0, which spdep too reads as 0. The intervals are R's gamma quantiles of the posterior with the same mean.
marshall <- function(set, events, exposure) {
  f <- EBest(events, exposure); p <- attr(f, "parameters"); shape <- p$b^2 / p$a + events; scale <- p$b / p$a + exposure
  data.frame(set = set, events = events, exposure = exposure, mean = p$b, variance = p$a, shrunk = f$estmm,
             low = if (p$a > 0) qgamma(0.025, shape, scale) else NA, high = if (p$a > 0) qgamma(0.975, shape, scale) else NA)
}
set.seed(5)
b1 <- round(runif(30, 3, 400)); e1 <- rpois(30, b1 * rgamma(30, 4, 40)); b2 <- round(runif(30, 3, 400)); e2 <- round(b2 * 0.1)
data(nc.sids, package = "spData")
keep(rbind(marshall("sids", nc.sids$SID79, nc.sids$BIR79), marshall("spread", e1, b1), marshall("none", e2, b2)), "marshall.csv")

keep(expand.grid(x = c(0, 3, 7), n = c(7, 20), alpha = c(12, 0.8), beta = c(3, 1.7)) -> post, "shrunk.csv")
keep(transform(post, mean = (x + alpha) / (n + alpha + beta), low = qbeta(0.025, x + alpha, n - x + beta), high = qbeta(0.975, x + alpha, n - x + beta)), "shrunk.csv")

# Case mix: expected by the means of the others in the same stratum, widened by dropping the last column while the others have too few.
set.seed(11); m <- 900
d <- data.frame(unit = sample(1:6, m, TRUE, prob = c(9, 6, 4, 3, 2, 1)), topic = sample(1:4, m, TRUE), channel = sample(1:3, m, TRUE), month = sample(1:5, m, TRUE))
d$topic[d$unit == 6] <- 9                                       # a department alone with its topic
d$outcome <- rbinom(m, 1, plogis(-2 + 0.5 * d$topic %% 4 + 0.2 * d$channel)); d$time <- round(rexp(m) * 10 * d$topic, 2)
columns <- c("topic", "channel", "month")
case_mix <- function(y, peers, least, kept) {
  key <- lapply(0:3, function(k) if (k == 0) rep("", m) else do.call(paste, d[columns[seq_len(k)]]))
  out <- t(sapply(seq_len(m), function(i) { for (k in 3:kept) {
    row <- key[[k + 1]] == key[[k + 1]][i] & (peers == "all" | d$unit != d$unit[i])
    if (sum(row) >= least || (k == kept && sum(row) > 0)) return(c(1, k < 3, mean(y[row]), mean(y[row]^2) - mean(y[row])^2)) }
    c(0, 0, 0, 0) }))
  data.frame(n = tapply(out[, 1], d$unit, sum), pooled = tapply(out[, 2], d$unit, sum), left_out = tapply(1 - out[, 1], d$unit, sum),
             observed = tapply(y * out[, 1], d$unit, sum), expected = tapply(out[, 3], d$unit, sum), variance = tapply(out[, 4], d$unit, sum))
}
keep(d, "case_mix_data.csv")
keep(do.call(rbind, lapply(list(list("others", 20, 0, "outcome"), list("others", 20, 1, "outcome"), list("all", 20, 0, "outcome"), list("others", 8, 0, "time")), function(o)
  cbind(peers = o[[1]], least = o[[2]], kept = o[[3]], outcome = o[[4]], unit = 1:6, case_mix(d[[o[[4]]]], o[[1]], o[[2]], o[[3]])))), "case_mix.csv")

# Averaged prior: the two-level model integrated on a fine grid (uniform shrinkage B = w/(w + size), uniform mean), mean and variance of each share.
average <- function(set, x, n) {
  size <- 1 / mean(1 / n); b <- (seq_len(300) - 0.5) / 300; m <- (seq_len(400) - 0.5) / 400; w <- size * b / (1 - b)
  weight <- outer(w, m, Vectorize(function(w, m) sum(lbeta(x + m * w, n - x + (1 - m) * w) - lbeta(m * w, (1 - m) * w))))
  weight <- exp(weight - max(weight)); weight <- weight / sum(weight)
  do.call(rbind, lapply(seq_along(n), function(i) {
    a <- outer(w, m, function(w, m) m * w + x[i]); ab <- outer(w, m, function(w, m) w + n[i]); p <- a / ab; mean <- sum(weight * p)
    data.frame(set = set, x = x[i], n = n[i], mean = mean, deviation = sqrt(sum(weight * (p^2 + p * (1 - p) / (ab + 1))) - mean^2))
  }))
}
set.seed(21); n1 <- c(5, 6, 8, 9, 12, 15, 22, 30, 41, 60, 90, 140, 210, 300); x1 <- rbinom(14, n1, rbeta(14, 12, 3)); x2 <- rbinom(14, n1, 0.85)
keep(rbind(average("spread", x1, n1), average("alike", x2, n1), average("few", c(4, 7, 2), c(6, 9, 8))), "prior_mixture.csv")
