# Reference for core/stats/getis_ord: spdep's localG and localG_perm on a synthetic town. Run: Rscript getis_ord.R
# Columns: z of Gi and Gi* in a band of 1,800 m, of Gi* over the 6 nearest, and two-sided p of Gi by 9,999 conditional permutations.
# localG_perm (1.2-7) draws the neighbours with replacement, so its sums spread by sqrt((N-1)/(N-k)) too wide and its p is too large
# (p_spdep). A permutation has no replacement: p is made here with sample(); the same lines with replacement must give p_spdep.
suppressMessages(library(spdep))
set.seed(20261121)
n <- 80
xy <- round(cbind(runif(n, 0, 10000), runif(n, 0, 10000)), 1)
hill <- 6 * exp(-((xy[, 1] - 7000)^2 + (xy[, 2] - 3000)^2) / (2 * 1500^2))
value <- round(rgamma(n, 2, 1) + hill, 3)
band <- dnearneigh(xy, 0, 1800)
near <- knn2nb(knearneigh(xy, k = 6))
z <- function(nb, style) as.numeric(localG(value, nb2listw(nb, style = style, zero.policy = TRUE), zero.policy = TRUE))
alone <- card(band) == 0
rounds <- 9999
by_chance <- function(replace) sapply(seq_len(n), function(i) {
  if (alone[i]) return(NA)
  dealt <- replicate(rounds, sum(sample(value[-i], card(band)[i], replace = replace)))
  around <- sum(value[band[[i]]])
  min(1, 2 * min(1 + sum(dealt >= around), 1 + sum(dealt <= around)) / (rounds + 1))
})
p <- by_chance(FALSE)
p_spdep <- rep(NA, n)
sim <- localG_perm(value, nb2listw(band, style = "B", zero.policy = TRUE), nsim = rounds, zero.policy = TRUE, iseed = 7)
p_spdep[!alone] <- attr(sim, "internals")[!alone, "Pr(z != E(Gi)) Sim"]
stopifnot(all(abs(by_chance(TRUE) - p_spdep) < 6 * sqrt(2 * p_spdep / rounds) + 3e-4, na.rm = TRUE))
gi <- z(band, "B"); gi[alone] <- NA
star <- z(include.self(band), "B"); star[alone] <- NA
out <- data.frame(place = seq_len(n) - 1, x = xy[, 1], y = xy[, 2], value = value, neighbours = card(band),
                  gi = gi, gi_star = star, gi_star_nearest = z(include.self(near), "W"), p = p, p_spdep = p_spdep)
write.csv(format(out, digits = 15, trim = TRUE), "vectors/getis_ord.csv", row.names = FALSE, quote = FALSE)
