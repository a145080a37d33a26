/** How many single letters must be added, dropped, changed or swapped with a neighbour (Damerau's distance, restricted). */
export function slipsBetween(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(
        i > 0 ? at(i - 1, j) + 1 : Infinity,
        j > 0 ? at(i, j - 1) + 1 : Infinity,
        i > 0 && j > 0 ? at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1) : Infinity,
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
      table[i * width + j] = least === Infinity ? 0 : least;
    }
  }
  return at(a.length, b.length);
}
