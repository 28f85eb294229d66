# glm.R: vectors of tests/unit/stats/glm.cpp by R glm(family = quasipoisson) on made-up counts. Run: Rscript glm.R
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "common.R"))
set.seed(20263)
strict <- glm.control(epsilon = 1e-14, maxit = 100)
rows <- NULL
add <- function(name, formula, data, newdata, columns) {
  fit <- glm(formula, family = quasipoisson, data = data, weights = w, offset = log(exposure), control = strict)
  s <- summary(fit)
  p <- predict(fit, newdata, se.fit = TRUE)   # the offset argument is not part of newdata: exposure 1
  x <- as.matrix(data[, columns, drop = FALSE])
  rows <<- rbind(rows, data.frame(name, y = in_cell(data$y), w = in_cell(data$w), exposure = in_cell(data$exposure), level = in_cell(as.integer(data$g) - 1), levels = nlevels(data$g), columns = length(columns),
    x = in_cell(as.vector(t(x))), new_x = in_cell(unlist(newdata[, columns])), new_level = as.integer(newdata$g) - 1, coefficients = in_cell(coef(fit)), covariance = in_cell(vcov(fit)),
    dispersion = s$dispersion, df = fit$df.residual, hat = in_cell(hatvalues(fit)), fitted = in_cell(fitted(fit)), eta = p$fit - log(newdata$exposure), se = p$se.fit))
}
make <- function(n, mu, levels) data.frame(y = rnbinom(n, size = 5, mu = mu), w = 1, exposure = 1, g = factor(rep_len(1:levels, n)), t = 1:n, sin = sin(2 * pi * (1:n) / 52.1775), cos = cos(2 * pi * (1:n) / 52.1775), flag = as.numeric(runif(n) < 0.2))
one <- factor(1)
d <- make(104, exp(1 + 0.004 * (1:104) + 0.5 * sin(2 * pi * (1:104) / 52.1775)), 1)
d$g <- one
add("harmonic", y ~ 1 + t + sin + cos, d, data.frame(t = 105, sin = sin(2 * pi * 105 / 52.1775), cos = cos(2 * pi * 105 / 52.1775), g = one, exposure = 1, w = 1), c("t", "sin", "cos"))
d <- make(129, exp(0.5 + 0.3 * (1:129 %% 5)), 5)
add("seasons", y ~ 0 + g + t, d, data.frame(t = 160, g = factor(5, levels = 1:5), exposure = 1, w = 1), "t")
d <- make(60, 0.6, 3)
d$w <- runif(60, 0.2, 2)
d$exposure <- runif(60, 0.5, 3)
add("weights_offset", y ~ 0 + g + t + flag, d, data.frame(t = 61, flag = 1, g = factor(2, levels = 1:3), exposure = 1, w = 1), c("t", "flag"))
d <- make(40, 2000, 1)
d$g <- one
d$t <- 2000 + d$t / 52
add("large", y ~ 1 + t + flag, d, data.frame(t = 2001, flag = 0, g = one, exposure = 1, w = 1), c("t", "flag"))
write_vectors(rows, "glm.csv")
