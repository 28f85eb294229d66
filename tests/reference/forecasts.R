# Forecasts of R's package forecast (8.20): thetaf, ets (ANN, AAN, AAdN, ANA, AAA), snaive → tests/reference/vectors/forecasts.csv
# Series: Nile (annual flow at Aswan 1871–1970, Cobb 1978) and WWWusage (Makridakis et al. 1998, via Durbin & Koopman), both as R ships them
# (datasets); the others are made here. Columns: series, method, period, values, points, upper (95 %), parameters, sse, sigma2.
# ets() often stops its search before the optimum (core/stats finds a smaller sum of squares): the same model with its parameters given agrees to
# 1e-6, the points to 1e-3 where it did reach the optimum; where the optimum is, forecasts_statsmodels.py says.
suppressMessages(library(forecast))
set.seed(20261121)
n <- 48
made <- list(
  rising = ts(round(100 + 2 * (1:30) + rnorm(30, sd = 6), 2)),
  short = ts(c(12, 15, 11, 18, 16, 14, 19, 21, 17, 20)),
  noise = ts(round(rnorm(40, mean = 50, sd = 5), 2)),
  seasonal = ts(round(200 + 0.8 * (1:n) + 40 * sin(2 * pi * (1:n) / 12) + rnorm(n, sd = 8), 2), frequency = 12),
  counts = ts(rpois(n, 20 + 8 * cos(2 * pi * (1:n) / 12)) + 1, frequency = 12),
  quarters = ts(round(30 + 5 * rep(c(1, -1, 2, -2), 6) + rnorm(24, sd = 1.5), 2), frequency = 4)
)
series <- c(list(Nile = ts(as.numeric(Nile)), WWWusage = ts(as.numeric(WWWusage))), made)
text <- function(x) paste(formatC(as.numeric(x), digits = 15, format = "g", width = 1), collapse = " ")
rows <- list()
keep <- function(name, method, y, fc, parameters, sse, sigma2)
  rows[[length(rows) + 1]] <<- data.frame(series = name, method = method, period = frequency(y), values = text(y), points = text(fc$mean),
                                          upper = text(as.matrix(fc$upper)[, ncol(as.matrix(fc$upper))]), parameters = text(parameters), sse = text(sse), sigma2 = text(sigma2))
for (name in names(series)) {
  y <- series[[name]]
  h <- if (frequency(y) > 1) frequency(y) + 2 else 8
  theta <- thetaf(y, h = h, level = 95)
  keep(name, "theta", y, theta, c(theta$model$alpha, theta$model$drift), NA, NA)
  if (frequency(y) > 1) {
    naive <- snaive(y, h = h, level = 95)
    keep(name, "snaive", y, naive, frequency(y), sum(residuals(naive)^2, na.rm = TRUE), naive$model$sigma2)
  }
  plain <- ts(as.numeric(y))
  models <- list(ses = list("ANN", FALSE, plain), holt = list("AAN", FALSE, plain), damped = list("AAN", TRUE, plain))
  if (frequency(y) > 1) models <- c(models, list(seasonal = list("ANA", FALSE, y), seasonal_holt = list("AAA", FALSE, y)))
  for (method in names(models)) {
    m <- models[[method]]
    fit <- ets(m[[3]], m[[1]], damped = m[[2]], opt.crit = "mse", nmse = 1, maxit = 200000)
    fc <- forecast(fit, h = h, level = 95)
    keep(name, method, m[[3]], fc, fit$par, sum((m[[3]] - fitted(fit))^2), fit$sigma2)
  }
}
script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))
write.csv(do.call(rbind, rows), file.path(dirname(script), "vectors", "forecasts.csv"), row.names = FALSE, quote = FALSE)
