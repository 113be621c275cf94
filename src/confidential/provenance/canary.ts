/** Every client reference of a synthetic extract starts with this, so that a leak would be seen. */
export const canary = "CANARY-";
