/** Characters of a person's name at most, counted as people count them. */
export const LONGEST_PERSON_NAME = 100;
