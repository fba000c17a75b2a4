/** A URI, or a part of one, as people read it; as it is where its percent escapes are none. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
