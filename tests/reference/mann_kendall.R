# Reference for core/stats/mann_kendall: S by its definition, z and p by cor.test(method = "kendall") with continuity correction,
# whose variance allows for ties. Run: Rscript mann_kendall.R
set.seed(20261121)
series <- list(1:5, c(1, 3, 2, 2, 5, 4, 4, 6, 5, 8, 7, 7), rpois(52, 3), rpois(52, seq(6, 1, length.out = 52)),
               round(cumsum(rnorm(30)), 3), c(0, 0, 0, 0, 0, 0, 0, 1), rpois(156, seq(1, 2, length.out = 156)))
rows <- lapply(series, function(x) {
  s <- sum(sapply(seq_along(x), function(i) sum(sign(x[seq_along(x) > i] - x[i]))))
  test <- suppressWarnings(cor.test(seq_along(x), x, method = "kendall", exact = FALSE, continuity = TRUE))
  data.frame(series = paste(x, collapse = " "), s = s, z = unname(test$statistic), p = test$p.value)
})
write.csv(format(do.call(rbind, rows), digits = 15, trim = TRUE), "vectors/mann_kendall.csv", row.names = FALSE, quote = FALSE)
