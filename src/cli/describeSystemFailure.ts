import {tmpdir} from "node:os";
import {getSystemErrorName} from "node:util";

/** What an error of the system means, by its code, and what to do about it. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "it may not be read or written by you. Change who may, or name another place",
  EPERM: "it may not be changed by you. Change who may, or name another place",
  EROFS: "the disk can only be read. Name a place on another",
  ENOSPC: "the disk is full. Make room, and try again",
  EDQUOT: "your share of the disk is full. Make room, and try again",
  EFBIG: "the file would be larger than it may be. Lift the limit, and try again",
  ENOENT: "it is not there. Correct the path, or make it",
  ENOTDIR: "a part of this path is no folder. Remove what is in the way",
  EISDIR: "this is a folder, and a file is needed. Remove what is in the way",
  EEXIST: "something stands there already. Remove what is in the way",
  ENOTEMPTY: "this folder is not empty. Remove what is in the way",
  EBUSY: "something else uses it. End that, and try again",
  EXDEV: "it cannot be moved, because it lies on another disk or is a mount point. Name a place on the same",
  ELOOP: "its links lead round in a circle. Correct them",
  ENAMETOOLONG: "the name is too long. Name a shorter one",
  EMFILE: "too many files are open. Raise the limit, and try again",
  ENFILE: "too many files are open on this machine. Try again later",
  ENOMEM: "there is too little memory. Give it more, and try again",
  EAGAIN: "no further process can be started. Raise the limit, and try again",
  EIO: "the disk does not work as it should. Look after it",
  EADDRINUSE: "another program answers there. Name another port with --port",
};

/** Errors of the database that are the machine's, by how their messages begin; the rest of a message may quote a record. */
const ofDatabase = [
  ["Out of Memory Error", "there is too little memory or disk for the extract. Give it more, and try again"],
  ["IO Error", "the disk does not take or give what is asked of it: it may be full. Make room, and try again"],
] as const;

/**
 * What is printed where the system did not let a command do its work: the path, the reason, what to do. Undefined for any
 * other error. The path is one that people chose or the program made; the system's own words are left out.
 */
export function describeSystemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, ofMachine] = ofDatabase.find(([start]) => error.message.startsWith(start)) ?? [];
  if (ofMachine !== undefined) return `The database cannot go on: ${ofMachine}.`;
  const reason = reasons[codeOf(error) ?? ""];
  return reason === undefined ? undefined : `${placeOf(error)}: ${reason}.`;
}

/** How programs in Rust, as the one that puts pages together, end what the system said: "(os error 28)". */
const ofRust = /\(os error (\d{1,3})\)/;

function codeOf(error: Error): string | undefined {
  if ("code" in error && "syscall" in error) return typeof error.code === "string" ? error.code : undefined;
  const [, number] = ofRust.exec(error.message) ?? [];
  return number === undefined ? undefined : getSystemErrorName(-Number(number));
}

function placeOf(error: Error): string {
  const places = [
    "path" in error ? error.path : undefined,
    // Of two places either may be at fault.
    "dest" in error ? error.dest : undefined,
  ].filter((place) => typeof place === "string");
  if (places.length > 0) return places.join(", on the way to ");
  if ("port" in error) return `port ${String(error.port)}`;
  const isWriting = ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error) ?? "");
  return isWriting ? `what this command writes in .cache or in ${tmpdir()}` : "a file or process of this command";
}
