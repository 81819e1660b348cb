/** All pieces of a file as one; what fails on the way rejects. */
export function collect(file: () => Iterable<Uint8Array>): Promise<Uint8Array> {
  return new Promise((resolve) => {
    resolve(Buffer.concat([...file()]));
  });
}
