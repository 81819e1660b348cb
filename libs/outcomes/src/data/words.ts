/** The terms of a list written as `one | two | three`, over as many lines as it takes. */
export function words(list: string): readonly string[] {
  return list
    .split('|')
    .map((term) => term.trim().replace(/\s+/gu, ' '))
    .filter((term) => term !== '');
}
