/** Made when first asked for, then kept. A failure is not kept: it is thrown again whenever somebody asks. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
