/** Stands in a page where the size of its PDF goes, which is known only once it is printed. */
export const sizePlace = "PDF-SIZE";
