import {distance} from "fastest-levenshtein";

/** Words that say nothing about what a column holds. */
const idle = new Set(["of", "the", "a", "for", "in", "on", "to", "at", "has", "is", "client", "clients"]);

/** Names and words of fewer letters are the same or nothing: two letters are alike by chance. */
const fewestLetters = 3;

/**
 * How alike a header and a name are, from 0 to 1: 1 for the same letters and digits, otherwise the better of shared
 * words and shared letters, which never reach 1.
 */
export function nameLikeness(header: string, name: string): number {
  const [left, right] = [wordsOf(header), wordsOf(name)];
  const [joinedLeft, joinedRight] = [left.join(""), right.join("")];
  if (joinedLeft === "" || joinedRight === "") return 0;
  if (joinedLeft === joinedRight) return 1;
  if (Math.min(joinedLeft.length, joinedRight.length) < fewestLetters) return 0;
  return 0.98 * Math.max(sharedLetters(joinedLeft, joinedRight), sharedWords(left, right));
}

/** "DateOfBirth", "date_of_birth" and "Date of birth" have the same words. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function sharedLetters(left: string, right: string): number {
  return 1 - distance(left, right) / Math.max(left.length, right.length);
}

/** Shared words as a part of all words of both (Dice). */
function sharedWords(left: readonly string[], right: readonly string[]): number {
  const isTelling = (word: string): boolean => word.length >= fewestLetters && !idle.has(word);
  const [telling, others] = [left, right].map((words) => words.filter(isTelling)) as [string[], string[]];
  if (telling.length === 0 || others.length === 0) return 0;
  const shared = telling.filter((word) => others.some((other) => isSameWord(word, other))).length;
  return (2 * shared) / (telling.length + others.length);
}

/** The same word but for a plural or one slip of the pen. */
function isSameWord(left: string, right: string): boolean {
  return left === right || (Math.min(left.length, right.length) >= 5 && distance(left, right) <= 1);
}
