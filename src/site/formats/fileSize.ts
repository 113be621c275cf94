/** The size of a file as a reader is told: "1 KB", "2.4 MB". Kilobytes are rounded up, so that no file has none. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.ceil(bytes / 1000)))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
