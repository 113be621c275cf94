/** What the exit code of every command means. User errors carry theirs as `exitCode`. */
export const exitCodes = {
  0: "done",
  1: "our own fault: please report it",
  2: "the command was called wrongly",
  10: "a faulty extract",
  11: "a faulty publication: an unknown name, a failed claim, a bad dictionary, a release that does not answer",
  12: "disclosure control does not let the release go",
  13: "no browser that could print the PDF",
  14: "the machine does not let it: a file that cannot be read or written, a full disk, too little memory",
  15: "a place on the disk takes no output, or another build is at work there",
} as const;

/** The table of exit codes that ends every `--help`. */
export function describeExitCodes(): string {
  const lines = Object.entries(exitCodes).map(([code, meaning]) => `  ${code.padStart(2)}  ${meaning}`);
  return `\nExit codes:\n${lines.join("\n")}`;
}
