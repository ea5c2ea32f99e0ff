/** Levels of how well words fit, above 0; few, so that of equally good finds the newest come first. */
export const maxRelevance = 15;

/** Milliseconds that one level outweighs in the key of a list: more than lie between the years 1 and 9999. */
export const relevanceStep = 5e14;
