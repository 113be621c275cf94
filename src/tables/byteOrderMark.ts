const byteOrderMark = Buffer.from("\ufeff");

/** Whether a text starts with the mark that some programs put before UTF-8. */
export function hasMark(bytes: Buffer): boolean {
  return bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
}

/** The bytes without that mark. */
export function withoutMark(bytes: Buffer): Buffer {
  return hasMark(bytes) ? bytes.subarray(byteOrderMark.length) : bytes;
}
