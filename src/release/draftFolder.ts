/** Folder below the project for releases that nobody published: those of a text while it is written. */
export const draftFolder = ".cache/drafts";
