/**
 * Whether no file can bear a name on Windows, with whatever ending. Source: "Naming Files, Paths, and Namespaces" of
 * Microsoft's documentation of Win32.
 */
export function isDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(name);
}
