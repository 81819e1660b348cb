/** A line as it is kept: without space around it, its characters composed (NFC). */
export function lineOf(typed: string): string {
  return typed.trim().normalize('NFC');
}
