# GaussSuppression on the inner counts of a table: below 5 unsafe, zeros published, all totals.
# Arguments: the file of counts (last column n), the file for the pattern. Prints the seconds that it takes.
suppressPackageStartupMessages(library(GaussSuppression))
files <- commandArgs(trailingOnly = TRUE)
counts <- read.csv(files[1], stringsAsFactors = FALSE)
dimensions <- setdiff(names(counts), "n")
seconds <- system.time(
  pattern <- GaussSuppressionFromData(counts, dimVar = dimensions, freqVar = "n", maxN = 4,
                                      protectZeros = FALSE, secondaryZeros = FALSE, printInc = FALSE)
)[["elapsed"]]
write.csv(pattern[pattern$suppressed, dimensions, drop = FALSE], files[2], row.names = FALSE)
cat(seconds, "\n")
