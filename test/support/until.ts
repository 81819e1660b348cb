/** Asks again and again, not without end. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let asked = 0; !(await isSo()); asked += 1) {
    if (asked > 1000) throw new Error('it never comes to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
