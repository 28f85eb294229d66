# common.R: how the R scripts of this folder write their vectors: plain CSV, 17 digits, lists between blanks, no quotes.
digits17 <- function(x) ifelse(is.na(x), "NA", formatC(x, digits = 17, format = "g", width = -1))
in_cell <- function(x) paste(digits17(x), collapse = " ")
write_vectors <- function(rows, file) {
  here <- dirname(normalizePath(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])))
  for (name in names(rows)) if (is.numeric(rows[[name]])) rows[[name]] <- trimws(digits17(rows[[name]]))
  write.csv(rows, file.path(here, "vectors", file), row.names = FALSE, quote = FALSE)
}
