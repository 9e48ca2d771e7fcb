/**
 * Made when first asked for, and kept. For statements that many an opened store never comes to: to write the SQL of all
 * of them takes ten times as long as to open the file.
 */
export function atFirstUse<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
