# The same work without validation, by data.table: read, keep the year, keep one form a client, tabulate.
suppressPackageStartupMessages(library(data.table))
args <- commandArgs(trailingOnly = TRUE)
setDTthreads(2)
started <- proc.time()[["elapsed"]]
forms <- fread(args[[1]], colClasses = "character", showProgress = FALSE)
# Each date is parsed once, however many forms carry it.
forms[, contact := as.IDate(.BY[[1]], "%d/%m/%Y"), by = ICDATE]
forms[, triage := as.IDate(.BY[[1]], "%d/%m/%Y"), by = TRIAGED]
forms <- forms[contact >= as.IDate("2007-04-01") & contact <= as.IDate("2008-03-31")]
setorder(forms, CLIENTID, triage, contact, na.last = FALSE)
clients <- unique(forms, by = "CLIENTID", fromLast = TRUE)
asked <- c("SEX", "ETHNIC", "PRISON", "DAT", "PROMPT", "OFFENCE", "SENTENCE", "PPO", "DRUG1", "MISUSED", "SPEND",
  "ALCFREQ", "INJSTAT", "SHARED", "PRNTSTAT", "EMPSTAT", "TREAT2Y", "TREATNOW", "TREATPRS", "CPLAN")
tables <- lapply(asked, function(column) clients[, .N, by = column])
cross <- clients[, .N, by = .(PRISON, DAT)]
seconds <- proc.time()[["elapsed"]] - started
# The most memory that the process held, as Linux counts it.
status <- tryCatch(readLines("/proc/self/status"), error = function(error) character())
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
cat(seconds, if (length(peak) == 1) peak else NA, nrow(clients), "\n")
