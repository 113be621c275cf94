/** The columns of a protected table beside those of the categories. */
export const outputColumns = {count: "n", status: "status"} as const;
